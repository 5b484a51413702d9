// What the page knows of the workspace, and who is told when it changes.

import { read } from "./api.js";

const listeners = new Map();

/** The acting person's view of the workspace; filled by `refresh`. */
export const state = {
  me: null,
  workspace: { name: "" },
  workspaces: [],
  // Another one each time that the local Slack starts.
  run: null,
  people: new Map(),
  channels: new Map(),
  dms: [],
  apps: [],
  unread: {},
  mentions: {},
  read: {},
  usergroups: new Map(),
  clock: { offset: 0 },
  hint: "",
  // Where the person is: a conversation, an open thread, the tab of an app.
  place: { channel: null, thread: null, tab: "messages" },
};

/** Run `heard(data)` whenever something is told under this name. */
export function on(name, heard) {
  if (!listeners.has(name)) listeners.set(name, []);
  listeners.get(name).push(heard);
}

/** Tell everybody who listens under this name. */
export function tell(name, data = {}) {
  for (const heard of listeners.get(name) ?? []) heard(data);
}

const byId = (all) => new Map((all ?? []).map((one) => [one.id, one]));

/** A group DM is called by the others who are in it. */
function named(channel, people, me) {
  if (!channel.is_mpim) return channel;
  const others = channel.members.filter((id) => id !== me).map((id) => people.get(id)?.real_name);
  return { ...channel, name: others.filter(Boolean).sort().join(", ") };
}

/** Read the whole state again. */
export async function refresh() {
  const fresh = await read("state");
  const people = byId(fresh.people);
  Object.assign(state, {
    me: people.get(fresh.me) ?? fresh.me,
    workspace: fresh.workspace ?? state.workspace,
    people,
    channels: byId(fresh.channels?.map((one) => named(one, people, fresh.me))),
    dms: fresh.dms ?? [],
    apps: fresh.apps ?? [],
    unread: fresh.unread ?? {},
    mentions: fresh.mentions ?? {},
    read: fresh.read ?? {},
    usergroups: byId(fresh.usergroups),
    clock: offsetOf(fresh.clock) ?? state.clock,
    hint: fresh.workspace?.hint ?? fresh.hint ?? "",
  });
  tell("state");
}

/** The clock's answer as { offset } in seconds from this computer's own clock. */
export function offsetOf(clock) {
  if (!clock) return null;
  const shown = typeof clock.now === "number" ? clock.now : Date.parse(clock.now) / 1000;
  return { offset: Number.isFinite(shown) ? shown - Date.now() / 1000 : Number(clock.offset) || 0 };
}

/** The workspace's present moment, in seconds since 1970. */
export const now = () => Date.now() / 1000 + state.clock.offset;

/** The acting person's time zone. */
export const zone = () => state.me?.tz || "UTC";

/** Whether an app shows a tab: `home`, `messages` or `about`. */
export const hasTab = (app, tab) => app[`${tab}_tab_enabled`] !== false;

/** The app whose DM this conversation is, or undefined. */
export const appOf = (channelId) => state.apps.find(({ dm }) => dm === channelId);

/**
 * A conversation as the page shows it: { id, kind: channel|group|dm|app, name, … }, or null if it isn't
 * known.
 */
export function conversation(id) {
  const app = appOf(id);
  if (app)
    return { id, kind: "app", name: app.name, app, person: state.people.get(app.bot_user_id) };
  const dm = state.dms.find((one) => one.id === id);
  if (dm) {
    const person = state.people.get(dm.user);
    return { id, kind: "dm", name: person?.real_name || person?.name || dm.user, person };
  }
  const channel = state.channels.get(id);
  return channel ? { ...channel, kind: channel.is_mpim ? "group" : "channel" } : null;
}

/** The channels that are no group DMs. */
export const rooms = () => [...state.channels.values()].filter((one) => !one.is_mpim);

/** Whether each message there is for the person: in a DM, with one or with several. */
export const isDirect = (id) => state.channels.get(id)?.is_mpim ?? true;

/** What mrkdwn and blocks need to know about the workspace. */
export const world = {
  get me() {
    return state.me;
  },
  get locale() {
    return state.me?.locale;
  },
  get zone() {
    return zone();
  },
  now,
  person: (id) => state.people.get(id),
  channel: (id) => state.channels.get(id),
  usergroup: (id) => state.usergroups.get(id),
  people: () => [...state.people.values()],
  channels: () => [...state.channels.values()].filter((channel) => !channel.is_archived),
  dms: () => [...state.dms, ...state.apps.map(({ dm, bot_user_id: user }) => ({ id: dm, user }))],
  dmWith: (id) => world.dms().find((dm) => dm.id === id)?.user,
  fileAddress: (id) => `/files/${id}`,
  openPerson: (id) => tell("open-person", { id }),
  openChannel: (id) => tell("go", { channel: id }),
};
