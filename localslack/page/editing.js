// What people do with a message that stands already: change it, take it away, call it unread.

import { tried } from "./actions.js";
import { act } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { unescaped } from "./mrkdwn.js";
import { shortcutsOf } from "./shortcuts.js";
import { state, tell } from "./store.js";
import { nameOfMessage, undoable } from "./undo.js";

/** The items of a message's menu. */
export function actionsOn(message) {
  const where = { channel: message.channel, ts: message.ts };
  const shortcuts = shortcutsOf("message", message);
  const isReply = message.thread_ts && message.thread_ts !== message.ts;
  const own = message.user === state.me.id;
  return [
    !isReply && { label: "Mark unread", run: () => markUnread(where) },
    own && { label: "Edit message", run: () => edit(message, where) },
    own && { label: "Delete message", danger: true, run: () => remove(where) },
    shortcuts.length && { separator: true },
    ...shortcuts,
  ].filter(Boolean);
}

// Until one comes here again, it isn't read just because it is seen.
function markUnread(where) {
  tell("unread-kept");
  return tried(() => act("unread", where));
}

function edit(message, where) {
  const input = h("textarea", {
    class: "field",
    rows: 4,
    "aria-label": "Message",
    value: asTyped(message.text),
  });
  const save = h("button", { type: "submit", class: "button is-primary is-filled" }, "Save");
  const form = h("form", { class: "edit-form" }, input, save);
  const dialog = openDialog({ title: "Edit message", body: form, className: "dialog-small" });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await tried(() => act("edit", { ...where, text: input.value }))) dialog.close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  input.focus();
}

// Slack asks instead, for it can't bring a message back; here it isn't gone yet.
const remove = (where) =>
  undoable({ name: nameOfMessage(where), words: "Message deleted.", path: "delete", body: where });

// Markup as a person would have typed it.
const asTyped = (text) =>
  unescaped(
    text.replace(/<([@#!])?([^<>|]+)(?:\|([^<>]*))?>/g, (whole, sign, what, label) => {
      if (sign === "@") return `@${state.people.get(what)?.name ?? what}`;
      if (sign === "#") return `#${state.channels.get(what)?.name ?? label ?? what}`;
      if (sign === "!") return /^(here|channel|everyone)$/.test(what) ? `@${what}` : whole;
      return what;
    }),
  );
