// The markdown block: common Markdown (headings, lists, quotes, code, tables, tasks) as DOM nodes.

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { channelMention, emojiNode, mention } from "./mrkdwn.js";

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;

/** Nodes for a Markdown text. */
export function markdown(text, world) {
  return blocks(
    String(text ?? "")
      .replace(/\r\n?/g, "\n")
      .split("\n"),
    world,
  );
}

const KINDS = [
  [/^ {0,3}(```|~~~)/, fence],
  [/^ {0,3}#{1,6}\s/, heading],
  [RULE, (_all, at) => [h("hr"), at + 1]],
  [/^ {0,3}>/, quote],
  [ITEM, list],
];

function blocks(all, world) {
  const nodes = [];
  let at = 0;
  while (at < all.length) {
    if (!all[at].trim()) {
      at += 1;
      continue;
    }
    const read =
      KINDS.find(([pattern]) => pattern.test(all[at]))?.[1] ??
      (isTable(all, at) ? table : paragraph);
    const [node, next] = read(all, at, world);
    nodes.push(node);
    at = next;
  }
  return nodes;
}

function fence(all, at) {
  const mark = all[at].trim().slice(0, 3);
  let end = at + 1;
  while (end < all.length && !all[end].trim().startsWith(mark)) end += 1;
  return [h("pre", {}, h("code", {}, all.slice(at + 1, end).join("\n"))), end + 1];
}

function heading(all, at, world) {
  const [, marks, words] = /^\s*(#{1,6})\s+(.*?)\s*#*\s*$/.exec(all[at]) ?? [
    null,
    "#",
    all[at].replace(/^[\s#]+/, ""),
  ];
  const node = h("div", {
    role: "heading",
    "aria-level": marks.length + 2,
    class: `md-h md-h${marks.length}`,
  });
  node.append(...spans(words, world));
  return [node, at + 1];
}

function quote(all, at, world) {
  let end = at;
  while (end < all.length && /^ {0,3}>/.test(all[end])) end += 1;
  const inner = all.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ""));
  return [h("blockquote", {}, blocks(inner, world)), end];
}

function list(all, at, world) {
  const indent = ITEM.exec(all[at])[1].length;
  const ordered = /\d/.test(ITEM.exec(all[at])[2]);
  const items = [];
  let end = at;
  while (end < all.length) {
    const found = ITEM.exec(all[end]);
    const deeper = /^\s/.test(all[end]) && all[end].search(/\S/) > indent;
    if (found && found[1].length <= indent + 1 && found[1].length >= indent) {
      if (/\d/.test(found[2]) !== ordered) break;
      items.push({ words: found[3], rest: [] });
    } else if (items.length && deeper) items.at(-1).rest.push(all[end]);
    else break;
    end += 1;
  }
  const start = ordered ? Number.parseInt(ITEM.exec(all[at])[2], 10) : null;
  return [
    h(
      ordered ? "ol" : "ul",
      { start },
      items.map((item) => listItem(item, world)),
    ),
    end,
  ];
}

function listItem({ words, rest }, world) {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(words);
  const box =
    task &&
    h("input", {
      type: "checkbox",
      disabled: true,
      checked: task[1] !== " ",
      "aria-label": "Task",
    });
  return h(
    "li",
    { class: task ? "md-task" : null },
    box,
    spans(task ? task[2] : words, world),
    blocks(rest, world),
  );
}

const isTable = (all, at) =>
  all[at].includes("|") &&
  /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(all[at + 1] ?? "") &&
  all[at + 1].includes("-");

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, "|"));

function table(all, at, world) {
  const sides = cells(all[at + 1]).map((mark) =>
    /^:-+:$/.test(mark) ? "center" : mark.endsWith(":") ? "right" : "left",
  );
  const row = (line, tag) =>
    h(
      "tr",
      {},
      cells(line).map((cell, i) =>
        h(
          tag,
          { class: `is-${sides[i] ?? "left"}`, scope: tag === "th" ? "col" : null },
          spans(cell, world),
        ),
      ),
    );
  let end = at + 2;
  while (end < all.length && all[end].includes("|")) end += 1;
  const body = all.slice(at + 2, end).map((line) => row(line, "td"));
  const node = h(
    "div",
    { class: "table-scroll" },
    h("table", { class: "grid" }, h("thead", {}, row(all[at], "th")), h("tbody", {}, body)),
  );
  return [node, end];
}

function paragraph(all, at, world) {
  let end = at + 1;
  while (
    end < all.length &&
    all[end].trim() &&
    !KINDS.some(([pattern]) => pattern.test(all[end])) &&
    !isTable(all, end)
  )
    end += 1;
  return [h("p", {}, spans(all.slice(at, end).join("\n"), world)), end];
}

const SPANS = [
  [/^\\([\\`*_{}[\]()#+\-.!~|<>])/, (m) => m[1]],
  [/^(`+)([\s\S]+?)\1(?!`)/, (m) => h("code", {}, m[2].trim() || m[2])],
  [/^(\*\*|__)(?=\S)([\s\S]*?\S)\1/, (m, world) => h("strong", {}, spans(m[2], world))],
  [/^~~(?=\S)([\s\S]*?\S)~~/, (m, world) => h("s", {}, spans(m[1], world))],
  [/^\*(?=[^\s*])([\s\S]*?[^\s*])\*(?!\*)/, (m, world) => h("em", {}, spans(m[1], world))],
  [
    /^_(?=[^\s_])([\s\S]*?[^\s_])_(?![\p{L}\p{N}_])/u,
    (m, world) => h("em", {}, spans(m[1], world)),
  ],
  [/^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/, (m) => link(m[2], m[1] || m[2])],
  [/^\[([^\]]+)\]\(([^)\s]+)[^)]*\)/, (m, world) => link(m[2], spans(m[1], world))],
  [/^<(https?:[^<>|\s]+)(?:\|([^<>]*))?>/, (m) => link(m[1], m[2] || m[1])],
  [/^<@([A-Z0-9]+)(?:\|[^>]*)?>/, (m, world) => mention(m[1], world)],
  [/^<#([A-Z0-9]+)(?:\|[^>]*)?>/, (m, world) => channelMention(m[1], world)],
  [/^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/, (m) => (emoji(m[1]) ? emojiNode(m[1]) : null)],
  [/^(?: {2,}|\\)?\n/, () => h("br")],
  [/^https?:\/\/[^\s<>|)*]+[^\s<>|)*.,;:!?]/, (m) => link(m[0], m[0])],
];

function spans(text, world) {
  const nodes = [];
  let literal = "";
  for (let at = 0; at < text.length;) {
    const found = spanAt(text, at, world);
    if (!found) {
      literal += text[at];
      at += 1;
      continue;
    }
    if (literal) nodes.push(literal);
    literal = "";
    nodes.push(found.node);
    at += found.length;
  }
  if (literal) nodes.push(literal);
  return nodes;
}

function spanAt(text, at, world) {
  if (/[a-z0-9_]/i.test(text[at]) && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1])) return null;
  const rest = text.slice(at);
  for (const [pattern, make] of SPANS) {
    const match = pattern.exec(rest);
    const node = match && make(match, world);
    if (node) return { node, length: match[0].length };
  }
  return null;
}
