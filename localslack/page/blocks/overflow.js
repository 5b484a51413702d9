// The overflow menu: three dots with up to five choices.

import { h, safeAddress } from "../dom.js";
import { icon } from "../icons.js";
import { withMenu } from "../menu.js";
import { openAddress } from "../permalinks.js";
import { isConfirmed, whileBusy } from "./button.js";
import { words } from "./text.js";

/** An overflow element. */
export function overflow(element, block, form) {
  const node = h(
    "button",
    {
      type: "button",
      class: "button is-square",
      "aria-label": "More options",
      "data-key": `${block.block_id}/${element.action_id}`,
    },
    icon("more"),
  );
  const choose = async (option) => {
    if (!(await isConfirmed(element, form.world))) return;
    if (element.confirm && option.url && safeAddress(option.url)) openAddress(option.url);
    await whileBusy(node, () =>
      form.act(block, element, { type: element.type, selected_option: option }),
    );
  };
  const items = () =>
    element.options.map((option) => ({
      label: words(option.text, form.world),
      detail: words(option.description, form.world),
      // Where it asks first, it leads there afterwards.
      href: element.confirm ? null : option.url && safeAddress(option.url),
      run: () => choose(option),
    }));
  return withMenu(node, items, { label: "More options" });
}
