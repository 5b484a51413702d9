// The rich_text block: sections, lists, quotes and preformatted text.

import { h, link } from "../dom.js";
import { emoji, withEmoji } from "../emoji.js";
import { channelMention, emojiNode, mention } from "../mrkdwn.js";
import { isMoment, slackDate } from "../dates.js";
import { permalink } from "../permalinks.js";

const STYLE_TAGS = {
  bold: "strong",
  italic: "em",
  strike: "s",
  underline: "u",
  code: "code",
  highlight: "mark",
  client_highlight: "mark",
};

/** The nodes of a rich_text block. */
export function richText(block, world) {
  return h(
    "div",
    { class: "rich-text" },
    (block.elements ?? []).map((element) => part(element, world)),
  );
}

function part(element, world) {
  switch (element.type) {
    case "rich_text_section":
      return h("div", { class: "rich-section" }, leaves(element, world));
    case "rich_text_quote":
      return h(
        "blockquote",
        { class: element.border ? "has-border" : null },
        leaves(element, world),
      );
    case "rich_text_preformatted":
      return h(
        "pre",
        { class: element.border ? "has-border" : null },
        h("code", {}, leaves(element, world)),
      );
    case "rich_text_list":
      return list(element, world);
    default:
      return leaf(element, world);
  }
}

function list(element, world) {
  const ordered = element.style === "ordered";
  const indent = Math.min(8, element.indent ?? 0);
  return h(
    ordered ? "ol" : "ul",
    {
      class: `rich-list indent-${indent} level-${indent % 3}${element.border ? " has-border" : ""}`,
      start: ordered ? (element.offset ?? 0) + 1 : null,
    },
    element.elements.map((item) => h("li", {}, leaves(item, world))),
  );
}

const leaves = (element, world) =>
  (element.elements ?? []).map((one, i) => leaf(one, world, i === 0));

function leaf(element, world, isFirst) {
  const make = LEAVES[element.type];
  if (!make) return dressed(pointing(element), element.style);
  return dressed(make(element, world, isFirst), element.style);
}

// What points at a canvas, a file, a message …: its words, as a link where it has an address.
function pointing(element) {
  const { text, label, salesforce_field_label: field, file_id: file } = element;
  const url = element.url ?? ofMessage(element);
  const words = text || label || field || url || file || "";
  return url ? link(url, words) : words;
}

function ofMessage(element) {
  const { channel_id: channel, message_ts: ts, thread_ts: thread } = element;
  return element.type === "message_mention" ? permalink(channel, ts, thread) : null;
}

const LEAVES = {
  text: ({ text }) => lined(text),
  link: ({ url, text }) => link(url, text || url),
  emoji: (element) => emojiLeaf(element),
  user: ({ user_id: id }, world) => mention(id, world),
  canvas_user_mention: ({ user_id: id }, world) => mention(id, world),
  channel: ({ channel_id: id }, world) => channelMention(id, world),
  usergroup: ({ usergroup_id: id }, world) =>
    h("span", { class: "mention" }, `@${world.usergroup?.(id)?.handle ?? id}`),
  broadcast: ({ range }) => h("span", { class: "mention is-me" }, `@${range}`),
  color: ({ value }) => [
    h("span", { class: "swatch", style: { background: value }, "aria-hidden": "true" }),
    value,
  ],
  date: ({ timestamp, format, url, fallback }, world, isFirst) => {
    if (!isMoment(timestamp)) return fallback ?? format;
    const text = slackDate(format, timestamp, world, isFirst);
    const node = h(
      "time",
      { datetime: new Date(timestamp * 1000).toISOString(), title: fallback ?? null },
      text,
    );
    return url ? link(url, node) : node;
  },
  rich_text_section: (element, world) => leaves(element, world),
};

const lined = (text) => text.split("\n").flatMap((line, i) => (i ? [h("br"), line] : [line]));

function emojiLeaf({ name, unicode, skin_tone: tone }) {
  const shortcode = tone ? `${name}::skin-tone-${tone}` : name;
  if (emoji(shortcode)) return emojiNode(shortcode);
  if (!unicode) return `:${shortcode}:`;
  return emojiNode(
    name,
    String.fromCodePoint(...unicode.split("-").map((code) => Number.parseInt(code, 16))),
  );
}

function dressed(node, style) {
  let dressedNode = node;
  for (const [name, tag] of Object.entries(STYLE_TAGS))
    if (style?.[name]) dressedNode = h(tag, {}, dressedNode);
  return dressedNode;
}

/** What a person would read aloud, in one line. */
export function richWords(block, world) {
  return withEmoji(richText(block, world).textContent.trim());
}
