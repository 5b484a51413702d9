// What people say of themselves: a status beside their name, and whether they are there.

import { tried } from "./actions.js";
import { act } from "./api.js";
import { openDialog } from "./dialog.js";
import { fullStamp } from "./dates.js";
import { h } from "./dom.js";
import { emojiNode } from "./mrkdwn.js";
import { now, state, zone } from "./store.js";

const HOUR = 3600;
const ENDS = [
  ["Don't clear", () => 0],
  ["30 minutes", () => now() + HOUR / 2],
  ["1 hour", () => now() + HOUR],
  ["4 hours", () => now() + 4 * HOUR],
  ["A day", () => now() + 24 * HOUR],
  ["A week", () => now() + 7 * 24 * HOUR],
];

/** The status of somebody who has one, as a sign with its words. */
export const statusOf = (person) =>
  h(
    "span",
    { class: "status-sign", title: statusWords(person) },
    emojiNode(person.status_emoji.replaceAll(":", "")),
  );

/** The status in words, with its end. */
export const statusWords = ({ status_text: text, status_expiration: end }) =>
  [text, end && `until ${fullStamp(end, zone())}`].filter(Boolean).join(", ");

/** The dialog in which one's own status is set, and cleared. */
export function setStatus() {
  const me = state.people.get(state.me.id) ?? state.me;
  const text = h("input", {
    class: "field",
    "aria-label": "Status",
    placeholder: "What's your status?",
    maxlength: 100,
    value: me.status_text ?? "",
  });
  const sign = h("input", {
    class: "field",
    "aria-label": "Emoji",
    placeholder: ":palm_tree:",
    value: me.status_emoji ?? "",
  });
  const end = h(
    "select",
    { class: "field", "aria-label": "Clear after" },
    ENDS.map(([label], n) => h("option", { value: String(n) }, label)),
  );
  const form = h(
    "form",
    { class: "status-form" },
    sign,
    text,
    end,
    h("button", { type: "submit", class: "button is-primary is-filled" }, "Save"),
    h("button", { type: "button", class: "button", onclick: () => change({}) }, "Clear"),
  );
  const dialog = openDialog({ title: "Set a status", body: form, className: "dialog-small" });
  async function change({ words = "", emoji = "", expires = 0 }) {
    const status = { status_text: words, status_emoji: emoji, status_expiration: expires };
    if (await tried(() => act("people", { id: state.me.id, ...status }))) dialog.close();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    const name = sign.value.trim().replaceAll(":", "");
    const emoji = name ? `:${name}:` : words ? ":speech_balloon:" : "";
    change({ words, emoji, expires: Math.floor(ENDS[Number(end.value)][1]()) });
  });
  text.focus();
}

/** Be away, or active again. */
export function setPresence() {
  const me = state.people.get(state.me.id) ?? state.me;
  const presence = me.presence === "away" ? "active" : "away";
  return tried(() => act("people", { id: state.me.id, presence }));
}
