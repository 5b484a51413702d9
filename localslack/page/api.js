// The control interface of the local Slack, as calls of the person that this tab acts as.
// control.md describes every one.

const place = new URL(location.href).searchParams;

/** Whom this tab acts as, and in which workspace; empty until the page has chosen. */
export const acting = { as: place.get("as") ?? "", ws: place.get("ws") ?? "" };

/** A call that the local Slack refused, or that never arrived; the message is a sentence. */
export class ControlError extends Error {}

function address(path, query = {}) {
  const url = new URL(`/control/${path}`, location.href);
  const all = { as: acting.as, ws: acting.ws, ...query };
  for (const [name, value] of Object.entries(all)) {
    if (value !== "" && value !== null && value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

async function answered(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new ControlError("The local Slack doesn't answer. Is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new ControlError(body.error ?? `The local Slack answered ${response.status}.`);
  return body;
}

/** Read something. */
export const read = (path, query) => answered(address(path, query));

const asPerson = (body) => ({ as: acting.as, ...(acting.ws ? { ws: acting.ws } : {}), ...body });

/** Do something as the acting person. */
export const act = (path, body = {}) => change(path, asPerson(body));

/** The same while the page is being left, when nobody waits for an answer. */
export const beacon = (path, body) =>
  navigator.sendBeacon(new URL(`/control/${path}`, location.href), JSON.stringify(asPerson(body)));

/** Change the world, as nobody. */
export function change(path, body) {
  return answered(new URL(`/control/${path}`, location.href), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Take something back. */
export const remove = (path, query) => answered(address(path, query), { method: "DELETE" });

/** Upload a file to a channel, or (without one) for a file input; returns the file. */
export async function upload(file, channel = null) {
  const form = new FormData();
  form.set("as", acting.as);
  if (acting.ws) form.set("ws", acting.ws);
  if (channel) form.set("channel", channel);
  form.set("file", file, file.name);
  return (await answered(new URL("/control/upload", location.href), { method: "POST", body: form }))
    .file;
}

/** The address of the live stream. */
export const streamAddress = () => address("stream");
