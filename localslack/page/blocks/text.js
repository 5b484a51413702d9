// Text objects: plain_text and mrkdwn.

import { h } from "../dom.js";
import { emoji, withEmoji } from "../emoji.js";
import { asText, emojiNode, mrkdwn } from "../mrkdwn.js";

/** Nodes for a text object (or a bare string, which is plain). */
export function text(object, world) {
  if (object === null || object === undefined) return [];
  if (typeof object === "string") return plainNodes(object, true);
  if (object.type === "mrkdwn") return mrkdwn(object.text, world, { verbatim: object.verbatim });
  return plainNodes(object.text, object.emoji !== false);
}

function plainNodes(words, emojis) {
  const parts = emojis ? words.split(/(:[a-z0-9_+'-]+(?:::skin-tone-[2-6])?:)/) : [words];
  return parts.flatMap((part) => {
    const name = /^:(.+):$/.exec(part)?.[1];
    return name && emoji(name) ? [emojiNode(name)] : broken(part);
  });
}

const broken = (words) =>
  words
    .split("\n")
    .flatMap((line, i) => (i ? [h("br"), line] : [line]))
    .filter((part) => part !== "");

/** A text object as one string: for labels, menus and tooltips. */
export function words(object, world) {
  if (!object) return "";
  if (typeof object === "string") return withEmoji(object);
  return object.type === "mrkdwn" ? asText(object.text, world) : withEmoji(object.text ?? "");
}
