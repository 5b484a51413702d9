// Short notices in a corner, above everything, read out as they come.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { note } from "./notes.js";
import { on } from "./store.js";

const LIFE = { info: 6000, error: 9000 };
const box = h("div", {
  class: "toasts",
  role: "region",
  "aria-label": "Notices",
  popover: "manual",
});
const voice = h("div", { class: "sr-only", "aria-live": "polite", role: "status" });

/** Put the corner into the page, and show what the stream tells. */
export function startToasts() {
  document.body.append(box, voice);
  on("notice", ({ level, text }) =>
    toast(text, level === "error" || level === "warning" ? "error" : "info", {
      action: note("notice"),
    }),
  );
}

/**
 * Show a notice, with an `action` (a button) if there is one; the same words twice within its life
 * are shown once. `onend` runs when its `life` (milliseconds) is over or it is dismissed, but not
 * after its `end()`; with one, every notice is shown.
 */
export function toast(text, level = "info", { action = null, life = LIFE[level], onend } = {}) {
  const isKnown = [...box.children].some((one) => one.dataset.text === text);
  if (!text || (isKnown && !onend)) return null;
  const over = () => {
    node.end();
    onend?.();
  };
  const node = h(
    "div",
    { class: `toast is-${level}`, role: level === "error" ? "alert" : "status", dataset: { text } },
    icon(level === "error" ? "warning" : "info"),
    h("span", {}, text),
    action,
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: over },
      icon("close"),
    ),
  );
  const timer = setTimeout(over, life ?? LIFE.info);
  node.end = () => {
    clearTimeout(timer);
    drop(node);
  };
  box.append(node);
  // Shown anew each time, so that it lies above a modal that was opened in between.
  if (box.matches(":popover-open")) box.hidePopover();
  box.showPopover();
  return node;
}

function drop(node) {
  node.remove();
  if (!box.children.length && box.matches(":popover-open")) box.hidePopover();
}

/** Say something to those who listen to the page, without showing it. */
export function announce(text) {
  voice.textContent = "";
  setTimeout(() => {
    voice.textContent = text;
  }, 30);
}
