// The workspace's name, its channels, DMs and apps, and what is unread.

import { act } from "./api.js";
import { tried } from "./actions.js";
import { avatar } from "./avatar.js";
import { openDialog } from "./dialog.js";
import { focusedKey, h, reconcile, withKey } from "./dom.js";
import { icon } from "./icons.js";
import { appOf, isDirect, on, refresh, rooms, state, tell } from "./store.js";
import { isLeaving, nameOfChannel, takeBack, undoable } from "./undo.js";
import { workspaceSwitch } from "./workspaces.js";

/** Fill the sidebar and keep it true. */
export function startSidebar(nav) {
  const rows = h("div", { class: "side-scroll" });
  let head = null;
  const draw = () => {
    // Kept in place while it says the same, so that its menu may stay open.
    const name = workspaceSwitch();
    if (!head?.contains(name)) head = h("div", { class: "side-head" }, h("h1", {}, name));
    const scroll = rows.scrollTop;
    rows.replaceChildren(channels(), dms(), apps());
    reconcile(nav, [head, rows]);
    rows.scrollTop = scroll;
  };
  for (const name of ["state", "unread", "workspaces", "place", "hidden"])
    on(name, () => keepingFocus(nav, draw));
  nav.addEventListener("keydown", (event) => arrows(event, nav));
}

function keepingFocus(nav, draw) {
  const key = focusedKey(nav);
  draw();
  withKey(nav, key)?.focus();
}

const byName = (a, b) => a.name.localeCompare(b.name);

function channels() {
  const mine = rooms()
    .filter((one) => one.is_member && !one.is_archived && !isLeaving(one.id))
    .sort(byName);
  return section(
    "Channels",
    mine.map((one) => row(one.id, one.name, icon(one.is_private ? "lock" : "hash"))),
    { label: "Browse channels", run: browse },
  );
}

function dms() {
  const all = [...state.dms].filter(
    ({ id, user }) => user !== state.me?.id && state.people.has(user) && !appOf(id),
  );
  const named = all
    .map((dm) => ({
      ...dm,
      person: state.people.get(dm.user),
      name: state.people.get(dm.user).real_name,
    }))
    .concat([...state.channels.values()].filter((one) => one.is_mpim && one.is_member))
    .sort(byName);
  return section(
    "Direct messages",
    named.map((dm) => row(dm.id, dm.name, dm.is_mpim ? icon("people") : avatar(dm.person, 20))),
    { label: "New message", run: () => tell("find-person") },
  );
}

function apps() {
  return section(
    "Apps",
    state.apps.map((app) =>
      row(
        app.dm,
        app.name,
        avatar(
          state.people.get(app.bot_user_id) ?? { id: app.app_id, name: app.name, is_bot: true },
          20,
        ),
      ),
    ),
  );
}

function section(title, rows, add = null) {
  return h(
    "section",
    { class: "side-section", "aria-label": title },
    h(
      "h2",
      {},
      title,
      add &&
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": add.label,
            title: add.label,
            "data-key": add.label,
            onclick: add.run,
          },
          icon("plus"),
        ),
    ),
    h("ul", {}, rows),
  );
}

function row(id, name, sign) {
  const isHere = state.place.channel === id;
  const unread = state.unread[id] ?? 0;
  const mentions = state.mentions[id] ?? 0;
  const count = isDirect(id) ? unread : mentions;
  const said = unread ? `, ${unread} unread` : "";
  return h(
    "li",
    {},
    h(
      "a",
      {
        href: `#${id}`,
        class: `side-row${unread ? " is-unread" : ""}`,
        "aria-current": isHere ? "page" : null,
        "data-key": `row ${id}`,
        "aria-label": `${name}${said}`,
      },
      sign,
      h("span", { class: "side-name" }, name),
      count > 0 && h("span", { class: "badge-count", "aria-hidden": "true" }, String(count)),
    ),
  );
}

function arrows(event, nav) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.classList.contains("side-row")) return;
  const rows = [...nav.querySelectorAll(".side-row")];
  rows[rows.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}

function browse() {
  const all = rooms().filter((one) => !one.is_archived).sort(byName);
  const rows = all.map((one) => {
    const isIn = one.is_member && !isLeaving(one.id);
    const open = h("button", { type: "button", class: "button" }, isIn ? "Open" : "Join");
    open.addEventListener("click", async () => {
      if (!isIn) await join(one.id);
      dialog.close();
      tell("go", { channel: one.id });
    });
    return h(
      "li",
      { class: "browse-row" },
      icon(one.is_private ? "lock" : "hash"),
      h(
        "span",
        {},
        h("b", {}, one.name),
        h(
          "span",
          { class: "faint" },
          `${one.num_members ?? ""} members${one.topic ? ` · ${topicOf(one)}` : ""}`,
        ),
      ),
      open,
    );
  });
  const dialog = openDialog({ title: "Channels", body: h("ul", { class: "plain-list" }, rows) });
}

/** A channel's topic, whichever way it comes. */
export const topicOf = ({ topic }) => (typeof topic === "string" ? topic : topic?.value) ?? "";

/** Leave a channel, in a while. */
export function leave({ id, name }) {
  const body = { id, kick: [state.me.id] };
  const onback = () => tell("go", { channel: id });
  undoable({ name: nameOfChannel(id), words: `You left #${name}.`, path: "channels", body, onback });
  tell("go", { channel: null });
}

/** Become a member of a channel. */
export async function join(id) {
  if (isLeaving(id)) return takeBack(nameOfChannel(id));
  await tried(() => act("channels", { id, invite: [state.me.id] }));
  return refresh();
}

/** Open the DM with a person, making it if there is none. */
export async function openDm(user) {
  const app = state.apps.find(({ bot_user_id: bot }) => bot === user);
  if (app) return tell("go", { channel: app.dm });
  const answer = await tried(() => act("dm/open", { user }));
  if (!answer) return null;
  await refresh();
  return tell("go", { channel: answer.channel?.id ?? answer.channel });
}
