// What hangs on a message, with a bar beside it: blocks, or fields as they were before blocks.

import { drawBlocks } from "./blocks/index.js";
import { picture } from "./blocks/media.js";
import { fullStamp } from "./dates.js";
import { h, link } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { world, zone } from "./store.js";

/** One attachment of a message. */
export function attachment(one, form) {
  const color =
    { good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a" }[one.color] ??
    (one.color ? `#${one.color.replace("#", "")}` : null);
  const text = (value) => value && h("div", { class: "text" }, mrkdwn(value, world));
  const inner = one.blocks?.length
    ? drawBlocks(one.blocks, form)
    : [
        one.author_name &&
          h(
            "div",
            { class: "attachment-author" },
            one.author_link ? link(one.author_link, one.author_name) : one.author_name,
          ),
        one.title &&
          h(
            "div",
            { class: "attachment-title" },
            one.title_link
              ? link(one.title_link, mrkdwn(one.title, world))
              : mrkdwn(one.title, world),
          ),
        text(one.text || (!one.title && !one.pretext && one.fallback)),
        one.fields?.length &&
          h(
            "div",
            { class: "fields" },
            one.fields.map((field) =>
              h(
                "div",
                { class: field.short ? "" : "is-long" },
                h("strong", {}, field.title),
                text(field.value),
              ),
            ),
          ),
        one.image_url &&
          picture(
            { image_url: one.image_url, alt_text: one.fallback ?? one.title ?? "" },
            world,
            "image",
          ),
        (one.footer || one.ts) &&
          h(
            "div",
            { class: "faint" },
            [one.footer, one.ts && fullStamp(Number(one.ts), zone())].filter(Boolean).join(" | "),
          ),
      ];
  return [
    text(one.pretext),
    h("div", { class: "attachment", style: color ? { "--bar": color } : {} }, inner),
  ];
}
