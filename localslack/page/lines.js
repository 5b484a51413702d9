// What stands between the messages of a list.

import { h } from "./dom.js";

const separator = (title, classes, words) =>
  h("div", { class: classes, role: "separator", "aria-label": title }, h("span", {}, words));

/** The day that begins here. */
export const dayLine = (title) => separator(title, "day", title);

/** Above the first message that one hasn't read. */
export const newLine = () => separator("New messages", "day is-new", "New");

/** Below the root of a thread. */
export const replyLine = (count) =>
  h("div", { class: "reply-line" }, `${count} ${count === 1 ? "reply" : "replies"}`);
