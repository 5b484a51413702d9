// A text field with a list under it: type to narrow, arrows move, Enter chooses, Escape closes.
// The list lies in the browser's top layer, so that no scrolling pane or dialog cuts it off; or, as
// the whole content of a dialog, simply below the field (`isInline`), where Escape closes the dialog.

import { freshId, h, placeBeside } from "./dom.js";

/**
 * Give `input` a list. `load(query)` returns (or promises) groups `{ label, options }`, an option
 * being `{ label, nodes?, detail?, chosen? }`; `choose(option)` takes one. With `many`, the list
 * stays open after a choice.
 */
export function attachListbox(
  input,
  { label, load, choose, many = false, anchor = input, isInline = false },
) {
  const id = freshId("list");
  const list = h("div", {
    id,
    class: `listbox${isInline ? " is-inline" : ""}`,
    role: "listbox",
    popover: isInline ? null : "manual",
    "aria-label": label,
    "aria-multiselectable": many ? "true" : null,
  });
  let options = [];
  let active = -1;
  let asked = 0;
  let loading = null;

  Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
    autocomplete: "off",
  }).forEach(([name, value]) => input.setAttribute(name, value));
  input.after(list);

  const isOpen = () => isInline || list.matches(":popover-open");
  function close() {
    if (isInline) return;
    asked += 1;
    if (isOpen()) list.hidePopover();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function open(query = input.value) {
    loading = fill(query);
    return loading;
  }

  async function fill(query) {
    const round = (asked += 1);
    const answer = load(query);
    if (answer instanceof Promise && !isInline) show([{ options: [] }], "Loading…");
    const groups = await answer;
    if (round === asked && input.isConnected) show(groups, groups.empty ?? "No results");
  }

  function show(groups, empty) {
    options = groups.flatMap((group) => group.options);
    list.replaceChildren(...groups.flatMap((group) => drawGroup(group, list)));
    if (!options.length)
      list.append(h("div", { class: "listbox-empty", role: "presentation" }, empty));
    if (!isOpen()) list.showPopover();
    if (!isInline) {
      list.style.minWidth = `${anchor.getBoundingClientRect().width}px`;
      placeBeside(list, anchor);
    }
    input.setAttribute("aria-expanded", "true");
    activate(
      Math.max(
        0,
        options.findIndex(({ chosen }) => chosen),
      ),
    );
  }

  function drawGroup(group) {
    const rows = group.options.map((option) => row(option));
    if (!group.label) return rows;
    const name = freshId("group");
    return [
      h(
        "div",
        { role: "group", "aria-labelledby": name },
        h("div", { id: name, class: "listbox-group" }, group.label),
        rows,
      ),
    ];
  }

  function row(option) {
    const node = h(
      "div",
      {
        id: freshId("option"),
        role: "option",
        class: "option",
        "aria-selected": String(Boolean(option.chosen)),
      },
      option.nodes ?? h("span", { class: "option-label" }, option.label),
      option.detail && h("span", { class: "option-detail" }, option.detail),
    );
    node.addEventListener("pointerdown", (event) => event.preventDefault());
    node.addEventListener("click", () => take(option));
    node.addEventListener("pointermove", () => activate(options.indexOf(option), false));
    return node;
  }

  function activate(index, scroll = true) {
    const rows = list.querySelectorAll(".option");
    rows.forEach((node, i) => node.classList.toggle("is-active", i === index));
    active = rows.length ? index : -1;
    const node = rows[active];
    if (node) input.setAttribute("aria-activedescendant", node.id);
    else input.removeAttribute("aria-activedescendant");
    if (scroll) node?.scrollIntoView({ block: "nearest" });
  }

  /** What is active once the options for what was typed last are there. */
  async function takeActive() {
    await loading;
    if (isOpen()) await take(options[active]);
  }

  async function take(option) {
    if (!option) return;
    if (!many) close();
    await choose(option);
    if (many && document.activeElement === input) await open();
  }

  input.addEventListener("keydown", (event) => {
    const count = options.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen()) open();
      else if (count) activate((active + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    } else if (!isOpen()) return;
    else if (
      event.key === "Enter" ||
      (event.key === "Tab" && !many && active >= 0 && input.dataset.tabChooses)
    ) {
      event.preventDefault();
      event.stopPropagation();
      takeActive();
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      activate(event.key === "Home" ? 0 : count - 1);
    } else if (event.key === "Escape" && !isInline) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("input", () => open());
  input.addEventListener("blur", close);
  return { open, close, isOpen };
}
