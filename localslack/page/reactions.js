// The small picker of emoji.

import { h, placeBeside } from "./dom.js";
import { emoji, findEmoji } from "./emoji.js";

const FIRST = [
  "+1",
  "white_check_mark",
  "eyes",
  "tada",
  "heart",
  "raised_hands",
  "joy",
  "thinking_face",
  "rocket",
  "pray",
  "fire",
  "100",
];

/** Open the picker at `anchor`; `chosen(name)` gets the shortcode. */
export function pickEmoji(anchor, chosen) {
  const search = h("input", {
    type: "search",
    class: "field",
    placeholder: "Find an emoji",
    "aria-label": "Find an emoji",
  });
  const grid = h("div", { class: "emoji-grid", role: "group", "aria-label": "Emoji" });
  const panel = h(
    "div",
    { class: "emoji-picker", popover: "auto", role: "dialog", "aria-label": "Pick an emoji" },
    search,
    grid,
  );
  const fill = () => {
    const found = search.value
      ? findEmoji(search.value.replaceAll(":", ""), 36)
      : FIRST.map((name) => [name, emoji(name)]);
    grid.replaceChildren(
      ...found.map(([name, sign]) => {
        const take = () => {
          panel.hidePopover();
          chosen(name);
        };
        return h(
          "button",
          {
            type: "button",
            class: "emoji-choice",
            "aria-label": name.replaceAll("_", " "),
            title: `:${name}:`,
            onclick: take,
          },
          sign,
        );
      }),
    );
  };
  search.addEventListener("input", fill);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault(); // or the button that gets the focus back is pressed, too
      grid.querySelector("button")?.click();
    }
    if (event.key === "ArrowDown") grid.querySelector("button")?.focus();
  });
  grid.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 }[event.key];
    const all = [...grid.children];
    if (step) all[all.indexOf(document.activeElement) + step]?.focus();
  });
  panel.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    panel.remove();
    anchor.focus();
  });
  fill();
  document.body.append(panel);
  panel.showPopover();
  placeBeside(panel, anchor, { align: "end" });
  search.focus();
}
