// Every select menu: static with groups, external, users, conversations, channels; one or many.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { attachListbox } from "../listbox.js";
import { isConfirmed } from "./button.js";
import { words } from "./text.js";

/** A select element of any of the ten kinds. */
export function select(element, block, form, naming) {
  return element.type.startsWith("multi_")
    ? many(element, block, form, naming)
    : one(element, block, form, naming);
}

// What is chosen is an option object (static, external) or an id (users, conversations, channels).
const isOption = (type) => /static|external/.test(type);
const keyOf = (choice) => (typeof choice === "string" ? choice : choice?.value);

function labelOf(choice, { world }) {
  if (typeof choice !== "string") return words(choice.text, world);
  const person = world.person(choice) ?? world.person(world.dmWith?.(choice));
  return person
    ? person.real_name || person.name
    : named(world.channel(choice)) ?? choice;
}

const named = (room) => room && (room.is_mpim ? room.name : `#${room.name}`);

function one(element, block, form, naming) {
  const current = () => form.chosen(block, element);
  const input = field(element, block, form, naming);
  const clear = h(
    "button",
    {
      type: "button",
      class: "icon-button select-clear",
      "aria-label": "Clear the choice",
      tabindex: "-1",
    },
    icon("close"),
  );
  const box = h("div", { class: "select" }, input, clear, icon("down"));
  const refresh = () => {
    input.value = current() ? labelOf(current(), form) : "";
    clear.hidden = !current() || block.type !== "input" || !block.optional;
  };
  const pick = async (choice) => {
    if (!(await isConfirmed(element, form.world))) return refresh();
    const sent = form.change(block, element, choice);
    refresh();
    return sent;
  };
  let typed = false;
  const list = attachListbox(input, {
    label: naming["aria-label"] ?? words(element.placeholder, form.world) ?? "Options",
    load: (query) =>
      groups(element, block, form, typed ? query : "", (key) => key === keyOf(current())),
    choose: ({ choice }) => pick(choice),
    anchor: box,
  });
  input.addEventListener(
    "input",
    () => {
      typed = true;
    },
    { capture: true },
  );
  input.addEventListener("pointerdown", () => {
    typed = false;
    if (!list.isOpen()) list.open();
  });
  input.addEventListener("focus", () => {
    typed = false;
    input.select();
  });
  input.addEventListener("blur", refresh);
  clear.addEventListener("click", () => pick(null));
  refresh();
  return box;
}

function many(element, block, form, naming) {
  const current = () => form.chosen(block, element) ?? [];
  const chips = h("span", { class: "chips" });
  const input = field(element, block, form, naming);
  const box = h("div", { class: "select is-many" }, chips, input);
  const most = element.max_selected_items ?? Infinity;
  const refresh = () => {
    chips.replaceChildren(
      ...current().map((choice) => chip(labelOf(choice, form), () => toggle(choice))),
    );
    input.placeholder = current().length ? "" : words(element.placeholder, form.world);
  };
  const toggle = async (choice) => {
    const without = current().filter((other) => keyOf(other) !== keyOf(choice));
    const next = without.length < current().length ? without : [...current(), choice];
    if (next.length > most || !(await isConfirmed(element, form.world))) return;
    const sent = form.change(block, element, next);
    input.value = "";
    refresh();
    await sent;
  };
  const list = attachListbox(input, {
    label: naming["aria-label"] ?? words(element.placeholder, form.world) ?? "Options",
    load: (query) =>
      groups(element, block, form, query, (key) =>
        current().some((choice) => keyOf(choice) === key),
      ),
    choose: ({ choice }) => toggle(choice),
    many: true,
    anchor: box,
  });
  input.addEventListener("pointerdown", () => list.open());
  box.addEventListener("pointerdown", (event) => {
    if (event.target !== box && event.target !== chips) return;
    event.preventDefault();
    input.focus();
    list.open();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !input.value && current().length) toggle(current().at(-1));
  });
  refresh();
  return box;
}

function chip(label, remove) {
  const cross = h(
    "button",
    { type: "button", class: "chip-remove", "aria-label": `Remove ${label}` },
    icon("close"),
  );
  cross.addEventListener("click", remove);
  return h("span", { class: "chip" }, label, cross);
}

const PLACEHOLDERS = {
  users: "Select a person",
  conversations: "Select a conversation",
  channels: "Select a channel",
};

function field(element, block, form, naming) {
  const kind = element.type.replace(/^multi_|_select$/g, "");
  return h("input", {
    type: "text",
    class: "select-field",
    spellcheck: "false",
    "data-key": `${block.block_id}/${element.action_id}`,
    ...naming,
    placeholder: words(element.placeholder, form.world) || PLACEHOLDERS[kind] || "Select an option",
    "aria-label": naming["aria-labelledby"]
      ? null
      : (naming["aria-label"] ??
        (words(element.placeholder, form.world) || PLACEHOLDERS[kind] || "Select an option")),
  });
}

function groups(element, block, form, query, isChosen) {
  const wanted = query.trim().toLowerCase();
  const fits = (label) => label.toLowerCase().includes(wanted);
  const row = (choice, extra = {}) => ({
    choice,
    label: labelOf(choice, form),
    chosen: isChosen(keyOf(choice)),
    ...extra,
  });
  if (element.type.endsWith("external_select")) return external(element, block, form, query, row);
  if (isOption(element.type))
    return optionGroups(element, form, row)
      .map((group) => ({ ...group, options: group.options.filter(({ label }) => fits(label)) }))
      .filter(({ options }) => options.length);
  return [
    {
      options: ids(element, form)
        .map((id) => row(id))
        .filter(({ label }) => fits(label)),
    },
  ];
}

function optionGroups({ options, option_groups: grouped }, form, row) {
  const rows = (all) =>
    (all ?? []).map((option) => row(option, { detail: words(option.description, form.world) }));
  if (!grouped?.length) return [{ options: rows(options) }];
  return grouped.map((group) => ({
    label: words(group.label, form.world),
    options: rows(group.options),
  }));
}

async function external(element, block, form, query, row) {
  if (query.trim().length < (element.min_query_length ?? 3)) return [{ options: [] }];
  return optionGroups(await form.options(block, element, query), form, row);
}

function ids(element, { world }) {
  if (element.type.endsWith("users_select"))
    return world
      .people()
      .filter(({ deleted }) => !deleted)
      .map(({ id }) => id);
  if (element.type.endsWith("channels_select"))
    return world
      .channels()
      .filter(({ is_private: hidden }) => !hidden)
      .map(({ id }) => id);
  return conversations(element.filter ?? {}, world);
}

const kindOf = (room) => (room.is_mpim ? "mpim" : room.is_private ? "private" : "public");

/** Channels, groups and people; whom one has no DM with yet is there by their own id. */
function conversations(
  { include, exclude_bot_users: noBots, exclude_external_shared_channels: noShared },
  world,
) {
  const wanted = new Set(include ?? ["public", "private", "im", "mpim"]);
  const rooms = world
    .channels()
    .filter((room) => wanted.has(kindOf(room)) && !(noShared && room.is_ext_shared))
    .map(({ id }) => id);
  if (!wanted.has("im")) return rooms;
  const dms = new Map(world.dms().map(({ id, user }) => [user, id]));
  const people = world
    .people()
    .filter(({ id, is_bot: bot, deleted }) => !(noBots && bot) && (!deleted || dms.has(id)))
    .map(({ id }) => dms.get(id) ?? id);
  return [...rooms, ...people];
}
