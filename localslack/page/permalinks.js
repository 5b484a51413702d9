// The address of a message as Slack gives it to bots leads to the message, here.

import { conversation, state, tell } from "./store.js";

/** Follow such links within the page. */
export function followPermalinks() {
  document.addEventListener("click", (event) => {
    const place = placeOf(event.target.closest("a[href]"));
    if (!place) return;
    event.preventDefault();
    tell("go", place);
  });
}

/** Where `https://harbour.slack.com/archives/C1/p1700000000000100` is; null for other links. */
function placeOf(link) {
  if (link?.hostname !== `${state.workspace.domain}.slack.com`) return null;
  const [, channel, seconds, rest] =
    /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(link.pathname) ?? [];
  if (!channel || !conversation(channel)) return null;
  const ts = `${seconds}.${rest}`;
  const thread = new URL(link.href).searchParams.get("thread_ts");
  return { channel, thread: thread === ts ? null : thread, message: ts };
}
