// Addresses of Slack's own that mean something here: of messages, channels, people and apps. They
// stay in the page, whatever they stand in; all others open a tab of their own.

import { hashOf } from "./place.js";
import { appOf, conversation, state, tell, world } from "./store.js";
import { toast } from "./toasts.js";

/** Follow such links within the page, in another tab of it where the person asks for one. */
export function followPermalinks() {
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, follow);
}

function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button > 1) return;
  const place = placeOf(link.href);
  if (!place) return;
  event.preventDefault();
  const { pathname, search } = location;
  if (place.channel && (event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1))
    window.open(`${pathname}${search}#${hashOf(place)}`, "_blank", "noopener");
  else open(place);
}

/** Go where an address leads, once a person has confirmed it. */
export function openAddress(address) {
  const place = placeOf(address);
  if (place) open(place);
  else window.open(address, "_blank", "noopener");
}

function open({ person, problem, ...place }) {
  if (problem) toast(problem, "error");
  else if (person) world.openPerson(person);
  else tell("go", place);
}

/** What an address means here: a place, a `person`, a `problem`; null for one that is not ours. */
function placeOf(address) {
  const url = new URL(address, location.href);
  if (url.protocol === "slack:") return ofProgram(url);
  if (url.hostname === "slack.com" && url.pathname === "/app_redirect") return ofRedirect(url);
  if (url.hostname !== `${state.workspace.domain}.slack.com`) return null;
  if (url.pathname === "/app_redirect") return ofRedirect(url);
  const [, kind, id, seconds, rest] =
    /^\/(archives|team)\/(\w+)(?:\/p(\d+)(\d{6}))?\/?$/.exec(url.pathname) ?? [];
  if (!kind) return null;
  if (kind === "team") return profile(id);
  const message = seconds ? `${seconds}.${rest}` : null;
  const thread = url.searchParams.get("thread_ts");
  return room(id, { message, thread: thread === message ? null : thread });
}

// https://docs.slack.dev/interactivity/deep-linking
function ofProgram({ hostname: kind, searchParams: given }) {
  const id = given.get("id");
  if (given.has("team") && given.get("team") !== state.workspace.id) return null;
  if (kind === "channel") return room(id, { message: given.get("message") });
  if (kind === "user") return profile(id);
  return kind === "app" ? app(id, given.get("tab")) : null;
}

function ofRedirect({ searchParams: given }) {
  if (given.has("app")) return app(given.get("app"), given.get("tab"));
  return given.has("channel") ? room(given.get("channel")) : null;
}

function app(id, tab) {
  const known = state.apps.find(({ app_id: one }) => one === id);
  return room(known?.dm, { tab: ["home", "about"].includes(tab) ? tab : "messages" });
}

function profile(id) {
  const bot = state.apps.find(({ bot_user_id: one }) => one === id);
  if (bot) return room(bot.dm);
  return state.people.has(id) ? { person: id } : { problem: "There is nobody of that id here." };
}

function room(id, more = {}) {
  if (conversation(id) || appOf(id)) return { channel: id, ...more };
  return { problem: "This leads to where you can't look: it is private, or isn't here." };
}

/** The address of a message, as Slack gives it to bots. */
export function permalink(channel, ts, thread = null) {
  const where = `https://${state.workspace.domain}.slack.com/archives/${channel}`;
  return `${where}/p${ts.replace(".", "")}${thread ? `?thread_ts=${thread}&cid=${channel}` : ""}`;
}
