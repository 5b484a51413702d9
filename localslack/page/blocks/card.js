// The card and carousel blocks.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { button } from "./button.js";
import { picture } from "./media.js";
import { text, words } from "./text.js";

/** One card: picture, sign, title, subtitle, body and up to three buttons. */
export function card(block, form) {
  const { world } = form;
  return h(
    "div",
    {
      class: "card",
      role: "group",
      "aria-label": words(block.title ?? block.body, world) || "Card",
    },
    block.hero_image && picture(block.hero_image, world, "card-hero"),
    h(
      "div",
      { class: "card-head" },
      block.icon && picture(block.icon, world, "card-icon"),
      h(
        "div",
        {},
        block.title && h("div", { class: "card-title" }, text(block.title, world)),
        block.subtitle && h("div", { class: "faint" }, text(block.subtitle, world)),
      ),
    ),
    block.body && h("div", { class: "card-body" }, text(block.body, world)),
    block.subtext && h("div", { class: "faint" }, text(block.subtext, world)),
    block.actions?.length &&
      h(
        "div",
        { class: "actions" },
        block.actions.map((element) => button(element, block, form)),
      ),
  );
}

/** Cards side by side, moved by arrows, by touch or by the keyboard's scrolling. */
export function carousel(block, form) {
  const track = h(
    "div",
    {
      class: "carousel-track",
      tabindex: "0",
      role: "group",
      "aria-label": `Carousel of ${block.elements.length} cards`,
    },
    block.elements.map((one) => card(one, form)),
  );
  const move = (label, sign, step) =>
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": label,
        onclick: () => track.scrollBy({ left: step * 260 }),
      },
      icon(sign),
    );
  return h(
    "div",
    { class: "carousel" },
    track,
    h(
      "div",
      { class: "carousel-arrows" },
      move("Earlier cards", "back", -1),
      move("Later cards", "next", 1),
    ),
  );
}
