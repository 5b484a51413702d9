// The workspaces of this local Slack: which one this tab is in, what is new in the others, and the
// way there. In each of them one is somebody of that workspace.

import { ControlError, read } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { withMenu } from "./menu.js";
import { on, state, tell } from "./store.js";

const KEY = "local-slack-people";

/** Whom this tab was in each workspace: { workspace_id: handle }. */
const remembered = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

/** Keep whom this tab is here, for when it comes back from another workspace. */
export function rememberMe() {
  const all = { ...remembered(), [state.workspace.id]: state.me.name };
  sessionStorage.setItem(KEY, JSON.stringify(all));
}

/** Read again which workspaces there are, and how much is new in each. */
export async function refreshWorkspaces() {
  const { workspaces, run } = await read("workspaces", remembered());
  state.workspaces = workspaces ?? [];
  state.run = run;
  tell("workspaces");
}

/** Follow what becomes new or read in the others. */
export function followWorkspaces() {
  let timer = null;
  on("elsewhere", () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      refreshWorkspaces().catch((problem) => {
        if (!(problem instanceof ControlError)) throw problem;
      });
    }, 150);
  });
}

const others = () => state.workspaces.filter(({ id }) => id !== state.workspace.id);

function addressOf({ id, me }) {
  const url = new URL(location.href);
  url.hash = "";
  url.searchParams.set("ws", id);
  if (me) url.searchParams.set("as", me.name);
  else url.searchParams.delete("as");
  return url.href;
}

function news({ unread, mentions }) {
  if (mentions) return `${mentions} for you`;
  return unread ? `${unread} unread` : "";
}

let shown = { key: null, node: null, mark: () => {} };

/**
 * The workspace's name; where there are several, a menu of them. The same node for as long as they
 * are the same, so that its menu may stay open.
 */
export function workspaceSwitch() {
  const { name } = state.workspace;
  const key = JSON.stringify([name, others().length]);
  if (shown.key !== key) {
    const drawn = others().length ? drawSwitch(name) : { node: words(name), mark: () => {} };
    shown = { key, ...drawn };
  }
  shown.mark();
  return shown.node;
}

const words = (name) => h("span", { class: "workspace-words" }, name);

function drawSwitch(name) {
  const badge = h("span", { "aria-hidden": "true" });
  const attributes = { type: "button", class: "workspace-name", "data-key": "workspace" };
  const button = h("button", attributes, words(name), icon("down"), badge);
  const mark = () => {
    const mentions = others().reduce((sum, one) => sum + one.mentions, 0);
    const isNew = others().some(({ unread }) => unread);
    badge.className = mentions ? "badge-count" : "unread-dot";
    badge.textContent = mentions || "";
    badge.hidden = !isNew;
    const said = isNew ? ", something is new in another workspace" : "";
    button.setAttribute("aria-label", `${name}${said}. Go to another workspace`);
  };
  const items = () => state.workspaces.map(entry);
  return { node: withMenu(button, items, { label: "Workspaces" }), mark };
}

const entry = (one) => ({
  label: one.name,
  detail: [one.me && `as ${one.me.real_name}`, one.id !== state.workspace.id && news(one)]
    .filter(Boolean)
    .join(" · "),
  checked: one.id === state.workspace.id,
  run: () => one.id === state.workspace.id || location.assign(addressOf(one)),
});
