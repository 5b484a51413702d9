// Buttons, and the small ones of context_actions.

import { confirmed } from "../dialog.js";
import { h, safeAddress } from "../dom.js";
import { icon } from "../icons.js";
import { openAddress } from "../permalinks.js";
import { text, words } from "./text.js";

/** Ask "are you sure?" where the element has a confirm object. */
export async function isConfirmed(element, world) {
  const { confirm } = element;
  if (!confirm) return true;
  return confirmed({
    title: words(confirm.title, world) || "Are you sure?",
    text: text(confirm.text, world),
    confirm: words(confirm.confirm, world) || "Yes",
    deny: words(confirm.deny, world) || "No",
    danger: confirm.style === "danger",
  });
}

/**
 * Run something while the node says that it is busy; a second press in the meantime does nothing.
 */
export async function whileBusy(node, run) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await run();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

/** A button element; one with an address opens it and tells the bot as well. */
export function button(element, block, form) {
  const style =
    { primary: " is-primary is-filled", danger: " is-danger is-filled" }[element.style] ?? "";
  const href = element.url && safeAddress(element.url);
  const node = h(
    href ? "a" : "button",
    {
      type: href ? null : "button",
      class: `button${style}`,
      href,
      target: href && "_blank",
      rel: href && "noopener noreferrer",
      "aria-label": element.accessibility_label,
      "data-key": `${block.block_id}/${element.action_id}`,
    },
    h("span", { class: "button-label" }, text(element.text, form.world)),
  );
  node.addEventListener("click", async (event) => {
    if (href && element.confirm) event.preventDefault();
    if (!(await isConfirmed(element, form.world))) return;
    if (href && element.confirm) openAddress(href);
    await whileBusy(node, () => form.act(block, element, pressed(element)));
  });
  return node;
}

const pressed = ({ type, value }) => (value === undefined ? { type } : { type, value });

/** Thumbs up and thumbs down: the one that was pressed stays marked. */
export function feedback(element, block, form) {
  const one = (choice, sign, fallback) => {
    const label = choice.accessibility_label || words(choice.text, form.world) || fallback;
    const node = h(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: words(choice.text, form.world),
        "aria-label": label,
        "aria-pressed": "false",
      },
      icon(sign),
    );
    node.addEventListener("click", () => {
      node.parentNode
        .querySelectorAll("button")
        .forEach((other) => other.setAttribute("aria-pressed", String(other === node)));
      return whileBusy(node, () =>
        form.act(block, element, { type: element.type, value: choice.value }),
      );
    });
    return node;
  };
  return h(
    "span",
    { class: "feedback", role: "group", "aria-label": "Feedback" },
    one(element.positive_button, "up", "Good"),
    one(element.negative_button, "thumbdown", "Bad"),
  );
}

/** An icon_button, drawn for those it is meant for. */
export function iconButton(element, block, form) {
  const only = element.visible_to_user_ids;
  if (only?.length && !only.includes(form.world.me?.id)) return null;
  const label = element.accessibility_label || words(element.text, form.world);
  const node = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: words(element.text, form.world),
    },
    icon(element.icon === "trash" ? "trash" : "more"),
  );
  node.addEventListener("click", async () => {
    if (await isConfirmed(element, form.world))
      await whileBusy(node, () => form.act(block, element, pressed(element)));
  });
  return node;
}
