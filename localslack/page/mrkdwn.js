// Slack's mrkdwn as DOM nodes. `world` says who and what the ids mean, which zone and what time it
// is:
// { person(id), channel(id), usergroup(id), zone, locale, now, me, openPerson(id), openChannel(id) }.

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { isMoment, slackDate } from "./dates.js";

const WORD = /[\p{L}\p{N}]/u;
const STYLES = { "*": "strong", _: "em", "~": "s" };

/** Slack's three escapes, undone; every other entity stays as it is. */
export const unescaped = (text) =>
  text.replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&" })[name]);

/** Nodes for a mrkdwn text; `verbatim` leaves bare addresses alone. */
export function mrkdwn(text, world, { verbatim = false } = {}) {
  const nodes = [];
  const parts = String(text ?? "").split(/```([\s\S]+?)```/);
  parts.forEach((part, index) => {
    if (index % 2) nodes.push(h("pre", {}, h("code", {}, plain(part.replace(/^\n|\n$/g, "")))));
    else if (part)
      nodes.push(...lines(trimAroundFences(part, index, parts.length), world, verbatim));
  });
  return nodes;
}

function trimAroundFences(part, index, total) {
  let trimmed = part;
  if (index > 0) trimmed = trimmed.replace(/^\n/, "");
  if (index < total - 1) trimmed = trimmed.replace(/\n$/, "");
  return trimmed;
}

/** What stands in code: links show as their label, escapes are undone, nothing else is read. */
function plain(text) {
  return unescaped(
    text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, address, label) => label || address),
  );
}

const QUOTE = /^(?:&gt;|>) ?/;
const LONG_QUOTE = /^(?:&gt;|>){3} ?/;

function lines(text, world, verbatim) {
  const nodes = [];
  const all = text.split("\n");
  let open = [];
  const flush = () => {
    if (open.length) nodes.push(...inline(open.join("\n"), world, verbatim));
    open = [];
  };
  for (let at = 0; at < all.length; at += 1) {
    if (!QUOTE.test(all[at])) {
      open.push(all[at]);
      continue;
    }
    flush();
    const quoted = [];
    if (LONG_QUOTE.test(all[at])) {
      quoted.push(all[at].replace(LONG_QUOTE, ""), ...all.slice(at + 1));
      at = all.length;
    } else {
      for (; at < all.length && QUOTE.test(all[at]); at += 1)
        quoted.push(all[at].replace(QUOTE, ""));
      at -= 1;
    }
    nodes.push(h("blockquote", {}, inline(quoted.join("\n"), world, verbatim)));
  }
  flush();
  return nodes;
}

function inline(text, world, verbatim) {
  const nodes = [];
  let literal = "";
  const flush = () => {
    if (literal) nodes.push(unescaped(literal));
    literal = "";
  };
  let at = 0;
  while (at < text.length) {
    const found = token(text, at, world, verbatim);
    if (!found) {
      literal += text[at];
      at += 1;
      continue;
    }
    flush();
    nodes.push(...found.nodes);
    at = found.end;
  }
  flush();
  return nodes;
}

function token(text, at, world, verbatim) {
  switch (text[at]) {
    case "\n":
      return { nodes: [h("br")], end: at + 1 };
    case "`":
      return code(text, at);
    case "<":
      return reference(text, at, world);
    case "*":
    case "_":
    case "~":
      return styled(text, at, world, verbatim);
    case ":":
      return shortcode(text, at);
    case "h":
      return verbatim ? null : bareAddress(text, at);
    default:
      return null;
  }
}

function code(text, at) {
  const end = text.indexOf("`", at + 1);
  const inner = end < 0 ? "" : text.slice(at + 1, end);
  if (!inner || inner.includes("\n")) return null;
  return { nodes: [h("code", {}, plain(inner))], end: end + 1 };
}

function shortcode(text, at) {
  const match = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/.exec(text.slice(at, at + 60));
  const character = match && emoji(match[1]);
  return character ? { nodes: [emojiNode(match[1], character)], end: at + match[0].length } : null;
}

/** One emoji, named for those who can't see it. */
export function emojiNode(name, character = emoji(name)) {
  if (!character) return `:${name}:`;
  return h(
    "span",
    { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " "), title: `:${name}:` },
    character,
  );
}

function bareAddress(text, at) {
  if (at > 0 && WORD.test(text[at - 1])) return null;
  const match = /^https?:\/\/[^\s<>|]+/.exec(text.slice(at));
  if (!match) return null;
  const address = match[0].replace(/[.,;:!?)\]}*_~'"]+$/, "");
  return { nodes: [link(unescaped(address), unescaped(address))], end: at + address.length };
}

/**
 * A marker opens at a word's edge before something, and closes at an edge after something, on one
 * line.
 */
function styled(text, at, world, verbatim) {
  const marker = text[at];
  const before = text[at - 1] ?? " ";
  const next = text[at + 1] ?? " ";
  if (WORD.test(before) || before === marker || next === marker || /\s/.test(next)) return null;
  const end = closing(text, at + 1, marker);
  if (end < 0) return null;
  const inner = inline(text.slice(at + 1, end), world, verbatim);
  return { nodes: [h(STYLES[marker], {}, inner)], end: end + 1 };
}

function closing(text, from, marker) {
  for (let at = from; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "<") {
      const end = text.indexOf(">", at);
      if (end > 0) at = end;
    } else if (text[at] === "`") {
      const end = text.indexOf("`", at + 1);
      if (end > 0) at = end;
    } else if (text[at] === marker && at > from && !/\s/.test(text[at - 1])) {
      const after = text[at + 1] ?? " ";
      if (!WORD.test(after) && after !== marker) return at;
    }
  }
  return -1;
}

function reference(text, at, world) {
  const end = text.indexOf(">", at);
  const inner = end < 0 ? "" : text.slice(at + 1, end);
  if (!inner || inner.includes("\n") || inner.includes("<")) return null;
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : inner.slice(bar + 1);
  const isFirst = at === 0 || text[at - 1] === "\n";
  const node = referent(target, label, world, isFirst);
  return node && { nodes: [node], end: end + 1 };
}

function referent(target, label, world, isFirst) {
  const sign = target[0];
  if (sign === "@") return mention(target.slice(1), world, label);
  if (sign === "#") return channelMention(target.slice(1), world, label);
  if (sign === "!") return special(target.slice(1), label, world, isFirst);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const address = unescaped(target);
  return link(address, label ? inline(label, world, true) : address.replace(/^mailto:/, ""));
}

/** A person's mention, marked when it is the one who reads. */
export function mention(id, world, label = "") {
  const person = world.person(id);
  const name = person ? person.real_name || person.name : unescaped(label) || id;
  const own = id === world.me?.id ? " is-me" : "";
  if (!person) return h("span", { class: "mention" }, `@${name}`);
  return h(
    "button",
    { type: "button", class: `mention${own}`, onclick: () => world.openPerson(id) },
    `@${name}`,
  );
}

/** A channel's mention; one that the reader can't see is "private channel". */
export function channelMention(id, world, label = "") {
  const channel = world.channel(id);
  if (!channel)
    return h("span", { class: "mention" }, label ? `#${unescaped(label)}` : "private channel");
  return h(
    "button",
    { type: "button", class: "mention", onclick: () => world.openChannel(id) },
    `#${channel.name}`,
  );
}

function special(target, label, world, isFirst) {
  const [kind, ...rest] = target.split("^");
  if (["here", "channel", "everyone"].includes(kind))
    return h("span", { class: "mention is-me" }, `@${kind}`);
  if (kind === "subteam") {
    const group = world.usergroup?.(rest[0]);
    const handle = group?.handle ?? (unescaped(label).replace(/^@/, "") || rest[0]);
    return h("span", { class: "mention" }, `@${handle}`);
  }
  if (kind === "date") return date(rest, label, world, isFirst);
  return label ? unescaped(label) : null;
}

function date([seconds, template, address], fallback, world, isFirst) {
  if (!/^-?\d+$/.test(seconds ?? "") || !isMoment(seconds) || !template)
    return unescaped(fallback || "");
  const text = slackDate(unescaped(template), Number(seconds), world, isFirst);
  const node = h(
    "time",
    { datetime: new Date(seconds * 1000).toISOString(), title: unescaped(fallback || "") || null },
    text,
  );
  return address ? link(unescaped(address), node) : node;
}

/** The text that a person would read aloud: for previews, labels and announcements. */
export function asText(text, world) {
  const box = h("div", {}, mrkdwn(text, world));
  box.querySelectorAll("br").forEach((br) => br.replaceWith(" "));
  return box.textContent.replace(/\s+/g, " ").trim();
}
