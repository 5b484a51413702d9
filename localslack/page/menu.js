// A button with a menu: arrows, Home, End and first letters move, Enter chooses, Escape closes.

import { freshId, h, placeBeside } from "./dom.js";

/**
 * Make `button` open a menu of `items()`: [{ label, detail?, href?, run?, checked?, danger?,
 * separator? }].
 */
export function withMenu(button, items, { align = "start", label = null } = {}) {
  const id = freshId("menu");
  const menu = h("div", { id, class: "menu", role: "menu", popover: "auto", "aria-label": label });
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", id);
  button.addEventListener("click", () =>
    menu.matches(":popover-open") ? menu.hidePopover() : open(),
  );
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || menu.matches(":popover-open")) return;
    event.preventDefault();
    open();
  });
  menu.addEventListener("keydown", (event) => moveInMenu(event, menu, button));
  menu.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") menu.remove();
  });
  function open() {
    menu.replaceChildren(...items().map((item) => entry(item, menu, button)));
    document.body.append(menu);
    menu.showPopover();
    placeBeside(menu, button, { align });
    menu.querySelector("[role^=menuitem]")?.focus();
  }
  return h("span", { class: "menu-anchor" }, button);
}

function entry(item, menu, button) {
  if (item.separator) return h("div", { role: "separator", class: "menu-line" });
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const node = h(
    item.href ? "a" : "button",
    {
      type: item.href ? null : "button",
      href: item.href,
      target: item.href && "_blank",
      rel: item.href && "noopener noreferrer",
      role,
      tabindex: "-1",
      class: `menu-item${item.danger ? " is-danger" : ""}`,
      "aria-checked": item.checked === undefined ? null : String(item.checked),
    },
    h("span", { class: "menu-label" }, item.label),
    item.detail && h("span", { class: "menu-detail" }, item.detail),
  );
  node.addEventListener("click", () => {
    menu.hidePopover();
    button.focus();
    item.run?.();
  });
  return node;
}

function moveInMenu(event, menu, button) {
  const all = [...menu.querySelectorAll("[role^=menuitem]")];
  const at = all.indexOf(document.activeElement);
  const target = {
    ArrowDown: () => all[(at + 1) % all.length],
    ArrowUp: () => all[(at - 1 + all.length) % all.length],
    Home: () => all[0],
    End: () => all.at(-1),
  }[event.key]?.();
  if (target) target.focus();
  else if (event.key === "Escape") {
    menu.hidePopover();
    button.focus();
  } else if (event.key === "Tab") {
    menu.hidePopover();
    button.focus();
    return;
  } else if (event.key.length === 1 && event.key !== " ") {
    const letter = event.key.toLowerCase();
    const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    order.find((item) => item.textContent.trim().toLowerCase().startsWith(letter))?.focus();
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
