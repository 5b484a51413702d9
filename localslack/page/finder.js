// A dialog with one field and the list of what fits it: Enter goes there, Escape closes.

import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { attachListbox } from "./listbox.js";

/**
 * Open one, unless something else asks for an answer already. `load` is a listbox's; an option is
 * taken with its `run()`. Returns whether it is open.
 */
export function openFinder({ title, label, placeholder, list, load, query = "", className = "" }) {
  const open = document.querySelector("dialog[open]");
  if (open && !open.matches(".finder")) return false;
  open?.close();
  const input = h("input", {
    type: "text",
    class: "field",
    placeholder,
    "aria-label": label,
    value: query,
    spellcheck: "false",
  });
  const dialog = openDialog({
    title,
    body: h("div", { class: "finder-body" }, input),
    className: `finder ${className}`,
  });
  const box = attachListbox(input, {
    label: list,
    load,
    isInline: true,
    choose: ({ run, keepsOpen }) => {
      if (!keepsOpen) dialog.close();
      run();
    },
  });
  input.focus();
  box.open(query);
  return true;
}
