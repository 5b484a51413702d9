// What the composer offers while a person types: commands, people, channels, emoji.

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { emoji, findEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { rooms, state } from "./store.js";

const LIMIT = 8;

/**
 * The suggestions for a text with the caret at `caret`: { from, to, items: [{ insert, label,
 * detail, nodes }] } or null.
 */
export function suggestions(text, caret, { isThread = false } = {}) {
  const before = text.slice(0, caret);
  const slash = /^\/([\w-]*)$/.exec(before);
  if (slash && !isThread) return found(0, caret, commands(slash[1]));
  const word = /(^|[\s(])([@#:])([^\s@#:()]*)$/.exec(before);
  if (!word) return null;
  const [, , sign, query] = word;
  const from = caret - query.length - 1;
  if (sign === "@") return found(from, caret, people(query));
  if (sign === "#") return found(from, caret, channels(query));
  return query.length < 2 ? null : found(from, caret, emojis(query));
}

const found = (from, to, items) =>
  items.length ? { from, to, items: items.slice(0, LIMIT) } : null;

/** Every slash command of the installed apps. */
export const allCommands = () =>
  state.apps.flatMap((app) => (app.commands ?? []).map((command) => ({ ...command, app })));

function commands(query) {
  return allCommands()
    .filter(({ command }) => command.slice(1).startsWith(query))
    .map(({ command, description, usage_hint: hint, app }) => ({
      insert: `${command} `,
      label: `${command} ${hint ?? ""}`,
      nodes: [
        avatar(state.people.get(app.bot_user_id) ?? { name: app.name, is_bot: true }, 28),
        h(
          "span",
          { class: "option-two" },
          h("span", {}, h("b", {}, command), " ", h("span", { class: "faint" }, hint ?? "")),
          h("span", { class: "faint" }, description ?? ""),
        ),
      ],
      detail: app.name,
    }));
}

function people(query) {
  const wanted = query.toLowerCase();
  const all = [...state.people.values()].filter(({ deleted }) => !deleted);
  const hits = all.filter(
    ({ name, real_name: real }) =>
      name.toLowerCase().startsWith(wanted) ||
      (real ?? "")
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(wanted)),
  );
  return [
    ...hits
      .map((person) => ({
        insert: `@${person.name} `,
        label: person.real_name || person.name,
        nodes: [
          avatar(person, 24),
          h(
            "span",
            {},
            h("b", {}, person.real_name || person.name),
            " ",
            h("span", { class: "faint" }, person.name),
          ),
        ],
      }))
      .slice(0, LIMIT - 1),
    ...["here", "channel"]
      .filter((name) => wanted && name.startsWith(wanted))
      .map((name) => ({
        insert: `@${name} `,
        label: `@${name}`,
        detail: "Notify everybody here",
      })),
  ];
}

function channels(query) {
  const wanted = query.toLowerCase();
  return rooms()
    .filter(({ name }) => name.startsWith(wanted))
    .map(({ name, is_private: hidden }) => ({
      insert: `#${name} `,
      label: `#${name}`,
      nodes: [icon(hidden ? "lock" : "hash"), h("span", {}, name)],
    }));
}

const emojis = (query) =>
  findEmoji(query).map(([name, sign]) => ({
    insert: `${emoji(name)} `,
    label: `:${name}:`,
    nodes: [h("span", { class: "emoji" }, sign), h("span", {}, `:${name}:`)],
  }));
