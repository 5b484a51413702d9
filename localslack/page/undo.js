// What a person may take back. It looks done at once, and is done when its time is over or the page
// is left: until then bots have heard of nothing, so that nothing has to be untold.

import { beacon, act } from "./api.js";
import { tried } from "./actions.js";
import { freshId, h } from "./dom.js";
import { on, refresh, tell } from "./store.js";
import { announce, toast } from "./toasts.js";

const LIFE = 8000;
// By the name of what is hidden meanwhile: "message C1 1700000000.000100", "channel C1".
const pending = new Map();

export const nameOfMessage = ({ channel, ts }) => `message ${channel} ${ts}`;
export const nameOfChannel = (id) => `channel ${id}`;

/** True for a message that is about to be deleted. */
export const isHidden = (message) => pending.size > 0 && pending.has(nameOfMessage(message));

/** True for a channel that is about to be left. */
export const isLeaving = (id) => pending.has(nameOfChannel(id));

/**
 * Offer to take something back: a call of the control interface (`path` and `body`) that is made in
 * a while, or what only this page knows of; `onback` runs if it is taken back.
 */
export function undoable({ name = freshId("undo"), words, path, body, onback }) {
  forget(name);
  const node = toast(words, "info", {
    life: LIFE,
    action: h("button", { type: "button", class: "undo", onclick: () => takeBack(name) }, "Undo"),
    onend: () => finish(name),
  });
  pending.set(name, { path, body, onback, node });
  announce(`${words} Control Z takes it back.`);
  tell("hidden");
}

/** It is as it was. */
export function takeBack(name) {
  const wait = forget(name);
  if (!wait) return;
  tell("hidden");
  wait.onback?.();
}

/** It waits no longer, and its bar goes; undefined if there is nothing that waits. */
function forget(name) {
  const wait = pending.get(name);
  if (!wait || wait.isSent) return undefined;
  pending.delete(name);
  wait.node.end();
  return wait;
}

/** What another tab has deleted meanwhile needs no second time. */
export const followDeletions = () =>
  on("message_deleted", ({ channel, ts }) => forget(nameOfMessage({ channel, ts })));

/** Take back what was done last; false if there is nothing. */
export function undoLast() {
  const name = [...pending.keys()].findLast((one) => !pending.get(one).isSent);
  if (name) takeBack(name);
  return Boolean(name);
}

async function finish(name) {
  const wait = pending.get(name);
  if (!wait || wait.isSent) return;
  wait.isSent = true;
  // What is refused is there again; what was done has been told once the state is read.
  if (wait.path && (await tried(() => act(wait.path, wait.body)))) await tried(refresh);
  if (pending.get(name) === wait) pending.delete(name);
  tell("hidden");
}

/** Leaving the page takes nothing back. */
addEventListener("pagehide", () => {
  for (const { path, body, isSent } of pending.values()) if (path && !isSent) beacon(path, body);
  pending.clear();
});
