// Ctrl K: to any channel, person or app by a few letters of its name.

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { openFinder } from "./finder.js";
import { icon } from "./icons.js";
import { openSearch } from "./search.js";
import { openDm } from "./sidebar.js";
import { on, rooms, state, tell } from "./store.js";
import { isLeaving } from "./undo.js";

const MOST = 8;

/** Jump somewhere. */
export const openPalette = () =>
  openFinder({
    title: "Jump to",
    label: "Jump to",
    placeholder: "A channel, a person or an app",
    list: "Places",
    load: (query) =>
      [
        { label: "Channels", options: best(channels(), query) },
        { label: "People", options: best([...people(), ...groups()], query) },
        { label: "Apps", options: best(apps(), query) },
        { label: "Messages", options: query.trim() ? [searchFor(query.trim())] : [] },
      ].filter(({ options }) => options.length),
  });

/** Write to somebody. */
on("find-person", () =>
  openFinder({
    title: "New message",
    label: "To whom",
    placeholder: "Type a name",
    list: "People",
    load: (query) => [{ options: best(people(), query, Number.POSITIVE_INFINITY) }],
  }),
);

const channels = () =>
  rooms()
    .filter(({ is_archived: isOver, id }) => !isOver && !isLeaving(id))
    .map((one) => ({
      name: one.name,
      weight: (state.unread[one.id] ? 2 : 0) + (one.is_member ? 1 : 0),
      nodes: [icon(one.is_private ? "lock" : "hash"), named(one.name)],
      detail: one.is_member ? unreadOf(one.id) : "not a member",
      run: () => tell("go", { channel: one.id }),
    }));

const people = () =>
  [...state.people.values()]
    .filter((one) => !one.deleted && !isApp(one) && one.id !== "USLACKBOT" && !isMe(one))
    .map((one) => person(one, state.dms.find(({ user }) => user === one.id)?.id));

const groups = () =>
  [...state.channels.values()]
    .filter((one) => one.is_mpim)
    .map((one) => ({
      name: one.name,
      weight: state.unread[one.id] ? 2 : 1,
      nodes: [icon("people"), named(one.name)],
      detail: unreadOf(one.id),
      run: () => tell("go", { channel: one.id }),
    }));

const apps = () =>
  state.apps
    .filter(({ dm }) => dm)
    .map((one) => ({
      ...person(state.people.get(one.bot_user_id) ?? { real_name: one.name }, one.dm),
      run: () => tell("go", { channel: one.dm }),
    }));

const isMe = ({ id }) => id === state.me.id;
const isApp = ({ id }) => state.apps.some(({ bot_user_id: bot }) => bot === id);
const named = (name) => h("span", { class: "option-label" }, name);
const unreadOf = (id) => (state.unread[id] ? `${state.unread[id]} unread` : "");

const person = (one, dm) => ({
  name: `${one.real_name} ${one.name ?? ""} ${one.display_name ?? ""}`,
  weight: (state.unread[dm] ? 2 : 0) + (dm ? 1 : 0),
  nodes: [avatar(one, 24), named(one.real_name)],
  detail: unreadOf(dm) || one.title,
  run: () => openDm(one.id),
});

const searchFor = (query) => ({
  nodes: [icon("search"), named(`Search messages for “${query}”`)],
  keepsOpen: true,
  run: () => openSearch(query),
});

/** Those whose name has the letters: at its beginning first, then at a word's, then anywhere. */
function best(all, query, most = MOST) {
  const wanted = query.trim().replace(/^[#@]/, "").toLowerCase();
  const rank = ({ name }) => {
    const at = name.toLowerCase().indexOf(wanted);
    if (at <= 0) return at;
    return /[\s\-_.]/.test(name[at - 1]) ? 1 : 2;
  };
  return all
    .map((one) => ({ ...one, rank: rank(one) }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.name.localeCompare(b.name))
    .slice(0, most);
}
