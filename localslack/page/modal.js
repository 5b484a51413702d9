// The modals of the acting person: up to three views on a stack, the top one shown.

import { forgetView, inWords, viewForm } from "./actions.js";
import { act, ControlError, read } from "./api.js";
import { drawBlocks } from "./blocks/index.js";
import { words } from "./blocks/text.js";
import { focusedKey, freshId, h, withKey } from "./dom.js";
import { icon } from "./icons.js";
import { note } from "./notes.js";
import { on, state, tell, world } from "./store.js";
import { toast } from "./toasts.js";

const titleOf = (view) => words(view.title, world);

let stack = [];
let dialog = null;
let shown = null;
let opener = null;

/** Follow the views that the bot opens, updates and closes. */
export function startModals() {
  on("view_opened", resync);
  on("view_updated", resync);
  on("view_closed", resync);
}

let reading = null;
let isStale = false;

/** Read the stack again; two calls at once read it once more at the end. */
export async function resync() {
  isStale = true;
  reading ??= (async () => {
    while (isStale) {
      isStale = false;
      const answer = await read("views").catch(() => null);
      if (answer) show(answer.modals ?? []);
    }
    reading = null;
  })();
  return reading;
}

function show(views) {
  for (const gone of stack.filter((old) => !views.some(({ id }) => id === old.id)))
    forgetView(gone.id);
  const before = stack.at(-1);
  stack = views;
  const top = stack.at(-1);
  if (!top) return hide();
  if (!dialog) open();
  if (before?.id !== top.id || before.hash !== top.hash || !shown) draw(top, before?.id !== top.id);
  return undefined;
}

function open() {
  opener = document.activeElement;
  dialog = h("dialog", { class: "dialog modal" });
  dialog.addEventListener("cancel", (event) => {
    // Date fields and file choosers have a "cancel" of their own, and it bubbles.
    if (event.target !== dialog) return;
    event.preventDefault();
    close(false);
  });
  document.body.append(dialog);
  dialog.showModal();
}

function hide() {
  if (!dialog) return;
  dialog.close();
  dialog.remove();
  [dialog, shown] = [null, null];
  // The button that opened the modal may have been drawn anew since.
  const back = opener?.isConnected ? opener : withKey(document, opener?.dataset?.key);
  if (back && back !== document.body) back.focus();
  else tell("focus-composer");
  opener = null;
}

function draw(view, isNew) {
  const form = viewForm(view, "modal");
  form.take(view.blocks, view.state?.values);
  if (isNew) form.errors = {};
  const key = focusedKey(dialog);
  const caret = key ? document.activeElement.selectionStart : null;
  const scroll = isNew ? 0 : dialog.querySelector(".dialog-body")?.scrollTop;
  const id = freshId("modal");
  dialog.setAttribute("aria-labelledby", id);
  const app = state.apps.find(({ app_id: one }) => one === view.app_id);
  const trouble = h("div", { class: "modal-trouble", role: "alert" });
  const body = h("div", { class: "dialog-body" }, drawBlocks(view.blocks, form));
  const submit =
    view.submit &&
    h(
      "button",
      { type: "submit", class: "button is-primary is-filled" },
      h("span", { class: "button-label" }, words(view.submit, world)),
    );
  const closing = h(
    "button",
    { type: "button", class: "button", onclick: () => close(false) },
    words(view.close, world) || (view.submit ? "Cancel" : "Close"),
  );
  const back =
    stack.length > 1 &&
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": `Back to ${titleOf(stack.at(-2))}`,
        onclick: () => close(false),
      },
      icon("back"),
    );
  const shell = h(
    "form",
    { class: "modal-form", novalidate: true },
    h(
      "header",
      { class: "dialog-head" },
      back,
      h("h2", { id }, titleOf(view)),
      app && h("span", { class: "faint modal-app" }, app.name),
      note("modal"),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => close(true) },
        icon("close"),
      ),
    ),
    body,
    trouble,
    h("footer", { class: "dialog-foot" }, closing, submit),
  );
  shell.addEventListener("submit", (event) => {
    event.preventDefault();
    send(view, form, submit, trouble);
  });
  shell.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) shell.requestSubmit();
  });
  dialog.replaceChildren(shell);
  shown = { view, form };
  body.scrollTop = scroll ?? 0;
  focusIn(body, view, key, caret, closing);
}

function focusIn(body, view, key, caret, fallback) {
  const again = withKey(body, key);
  if (again) {
    again.focus({ preventScroll: true });
    if (caret !== null && caret !== undefined && "selectionStart" in again)
      try {
        again.setSelectionRange(caret, caret);
      } catch {
        /* a kind of field without a caret */
      }
    return;
  }
  const wished = view.blocks.flatMap((block) =>
    [block.element, block.accessory, ...(block.elements ?? [])]
      .filter((one) => one?.focus_on_load)
      .map((one) => `${block.block_id}/${one.action_id}`),
  )[0];
  const target =
    (wished && body.querySelector(`[data-key^="${CSS.escape(wished)}"]`)) ||
    body.querySelector("input:not([type=radio]), input:checked, textarea, [contenteditable]") ||
    body.querySelector("input, .button") ||
    fallback;
  target.focus({ preventScroll: !wished });
}

/** Draw the errors under their fields and go to the first. */
function complain(view, form, errors) {
  form.errors = errors;
  draw(view, false);
  form.errors = errors;
  const first = dialog.querySelector(".has-error");
  const field = first?.querySelector("input, textarea, [contenteditable]");
  (field ?? first)?.scrollIntoView({ block: "center" });
  field?.focus();
}

async function send(view, form, button, trouble) {
  if (button?.getAttribute("aria-busy") === "true") return;
  trouble.replaceChildren();
  const complaints = form.complaints();
  if (Object.keys(complaints).length) return complain(view, form, complaints);
  form.errors = {};
  button?.setAttribute("aria-busy", "true");
  dialog.querySelectorAll(".has-error").forEach((node) => node.classList.remove("has-error"));
  dialog.querySelectorAll(".error-line").forEach((node) => node.replaceChildren());
  try {
    const answer = await act("view/submit", { view_id: view.id, values: form.values() });
    if (answer.errors) return complain(view, form, answer.errors);
    if (answer.ok === false) say(trouble, inWords(answer.error ?? "unknown_error"));
    await resync();
    // The next page of a form is read from its beginning.
    if (shown?.view.id === view.id && shown.view.hash !== view.hash) draw(shown.view, true);
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    say(trouble, problem.message);
  } finally {
    button?.removeAttribute("aria-busy");
  }
  return undefined;
}

const say = (trouble, sentence) =>
  trouble.replaceChildren(icon("warning"), h("span", {}, sentence));

const closing = new Set();

async function close(clear) {
  const top = stack.at(-1);
  if (!top || closing.has(top.id)) return;
  closing.add(top.id);
  try {
    const answer = await act("view/close", { view_id: top.id, clear });
    if (answer.ok === false && answer.error) toast(inWords(answer.error), "error");
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    // It may have been closed meanwhile: in another tab, or by the bot.
    await resync();
    if (stack.at(-1)?.id === top.id) toast(problem.message, "error");
  } finally {
    closing.delete(top.id);
  }
  await resync();
}
