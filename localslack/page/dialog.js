// Dialogs on the browser's own <dialog>: it keeps focus inside and gives it back afterwards.

import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";

/** Open a modal dialog; `onclose` runs once however it ends. Returns the <dialog>. */
export function openDialog({
  title,
  body,
  foot = null,
  className = "",
  onclose = null,
  oncancel = null,
  head = null,
}) {
  const id = freshId("dialog");
  const before = document.activeElement;
  const dialog = h("dialog", { class: `dialog ${className}`, "aria-labelledby": id });
  const shut = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Close" },
    icon("close"),
  );
  shut.addEventListener("click", () => (oncancel ? oncancel("x") : dialog.close()));
  dialog.append(
    h("header", { class: "dialog-head" }, head, h("h2", { id }, title), shut),
    h("div", { class: "dialog-body" }, body),
  );
  if (foot) dialog.append(h("footer", { class: "dialog-foot" }, foot));
  dialog.addEventListener("cancel", (event) => {
    if (!oncancel || event.target !== dialog) return;
    event.preventDefault();
    oncancel("escape");
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
    onclose?.();
  });
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target === dialog && !oncancel) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Ask a person to confirm; resolves to true or false. */
export function confirmed({ title, text, confirm, deny, danger = false }) {
  return new Promise((resolve) => {
    let answer = false;
    const choose = (value) => () => {
      answer = value;
      dialog.close();
    };
    const no = h("button", { type: "button", class: "button", onclick: choose(false) }, deny);
    const yes = h(
      "button",
      {
        type: "button",
        class: `button ${danger ? "is-danger" : "is-primary"} is-filled`,
        onclick: choose(true),
      },
      confirm,
    );
    const dialog = openDialog({
      title,
      body: text,
      foot: [no, yes],
      className: "dialog-small",
      onclose: () => resolve(answer),
    });
    yes.focus();
  });
}
