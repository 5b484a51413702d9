// Radio buttons and checkboxes: the browser's own, so that arrows and Space work as everywhere.

import { freshId, h } from "../dom.js";
import { isConfirmed } from "./button.js";
import { text } from "./text.js";

const same = (a, b) => a?.value === b?.value;

/** A group of radio buttons. */
export function radioButtons(element, block, form, naming) {
  const name = freshId("radio");
  const chosen = form.chosen(block, element);
  return group(
    "radiogroup",
    naming,
    element.options.map((option, i) =>
      choice("radio", {
        name,
        option,
        form,
        checked: same(option, chosen),
        key: keyAt(block, element, i),
        async onchange() {
          if (await isConfirmed(element, form.world)) await form.change(block, element, option);
        },
      }),
    ),
  );
}

/** A group of checkboxes. */
export function checkboxes(element, block, form, naming) {
  const picked = new Set((form.chosen(block, element) ?? []).map(({ value }) => value));
  return group(
    "group",
    naming,
    element.options.map((option, i) =>
      choice("checkbox", {
        option,
        form,
        checked: picked.has(option.value),
        key: keyAt(block, element, i),
        async onchange(event) {
          if (!(await isConfirmed(element, form.world))) {
            event.target.checked = !event.target.checked;
            return;
          }
          if (event.target.checked) picked.add(option.value);
          else picked.delete(option.value);
          await form.change(
            block,
            element,
            element.options.filter(({ value }) => picked.has(value)),
          );
        },
      }),
    ),
  );
}

const keyAt = (block, element, i) => `${block.block_id}/${element.action_id}/${i}`;

function group(role, naming, choices) {
  return h(
    "div",
    {
      role,
      class: "choices",
      ...naming,
      "aria-required": role === "radiogroup" ? naming["aria-required"] : null,
    },
    choices,
  );
}

function choice(type, { name, option, form, checked, key, onchange }) {
  const id = freshId("choice");
  const described = option.description ? `${id}-more` : null;
  const input = h("input", {
    type,
    name,
    id,
    checked,
    onchange,
    "data-key": key,
    "aria-describedby": described,
  });
  return h(
    "div",
    { class: "choice" },
    input,
    h("label", { for: id }, text(option.text, form.world)),
    described &&
      h("div", { id: described, class: "choice-more" }, text(option.description, form.world)),
  );
}
