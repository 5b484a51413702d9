// The page: who acts, where they are, and what reaches which part.

import { acting, ControlError, read } from "./api.js";
import { h } from "./dom.js";
import { choosePerson } from "./entrance.js";
import { startHint } from "./hint.js";
import { followKeys } from "./keys.js";
import { author, inOneLine } from "./message.js";
import { resync as resyncModals, startModals } from "./modal.js";
import { Panel } from "./panel.js";
import { followPermalinks } from "./permalinks.js";
import { firstPlace, hashOf, readPlace } from "./place.js";
import { nameTab } from "./tab.js";
import { followSteps } from "./steps.js";
import { startSidebar } from "./sidebar.js";
import { conversation, on, refresh, state, tell } from "./store.js";
import { listen } from "./stream.js";
import { announce, startToasts, toast } from "./toasts.js";
import { drawTop } from "./top.js";
import { followDeletions } from "./undo.js";
import { ConversationView } from "./view.js";
import { followWorkspaces, refreshWorkspaces } from "./workspaces.js";

const place = document.getElementById("place");
const panel = new Panel(document.getElementById("panel"));
let view = null;
let opening = null; // the next one, while it is being read

// --- where the person is, in the address after the # ---------------------------------------------

function go(wanted) {
  const hash = hashOf(wanted);
  if (location.hash.slice(1) === hash) return showPlace();
  location.hash = hash;
  return undefined;
}

let showing = 0;

async function showPlace({ keepPane = false } = {}) {
  const wanted = readPlace();
  if (!wanted.channel) wanted.channel = firstPlace();
  const round = (showing += 1);
  const isSame = view?.id === wanted.channel && view.tab === wanted.tab;
  const hadThread = state.place.thread;
  state.place = wanted;
  tell("place");
  if (!wanted.channel) return showNothing();
  if (!isSame) await openView(wanted, round);
  if (round !== showing) return undefined;
  if (!keepPane) setPane("main");
  if (!keepPane && !isSame && isPhone() && document.body.dataset.ready)
    view?.heading.querySelector(".only-narrow")?.focus();
  await showThread(wanted, hadThread);
  const list = wanted.thread ? panel.list : view?.list;
  if (wanted.message && round === showing) await guarded(() => list?.toMessage(wanted.message));
  nameTab(view);
  return undefined;
}

function showNothing() {
  view?.leave();
  view = null;
  opening = null;
  if (panel.shows === "thread") panel.close();
  place.replaceChildren(h("p", { class: "empty" }, "You aren't in any channel yet."));
  setPane("side");
  nameTab(view);
}

async function openView({ channel, tab, message }, round) {
  const fresh = new ConversationView(channel, tab);
  opening = fresh;
  const keepTab = view?.heading.contains(document.activeElement) && fresh.about.kind === "app";
  await guarded(() => fresh.open());
  if (round !== showing) return;
  view?.leave();
  view = fresh;
  place.replaceChildren(fresh.node);
  // Who is led to one message hasn't read to the end.
  if (message) view.list?.comeLoose();
  else view.list?.shown(view.unread);
  if (keepTab) fresh.heading.querySelector('[aria-selected="true"]')?.focus();
  else if (!isPhone()) fresh.focus();
}

/** There the focus goes to the way back, as a text box would bring up the keyboard. */
const isPhone = () => matchMedia("(max-width: 480px)").matches;

async function showThread({ channel, thread }, before) {
  if (thread) {
    await guarded(() => panel.openThread(channel, thread));
    if (!panel.holds(channel, thread)) return; // one went elsewhere, or it could not be read
    setPane("panel");
    panel.focus({ onWayBack: isPhone() });
  } else if (panel.shows === "thread") {
    panel.close();
    if (before) view?.focus();
  }
}

/** At phone width one pane is seen at a time: "side", "main" or "panel". */
function setPane(pane) {
  document.body.dataset.pane = pane;
  if (view?.list?.isStuck) view.list.tellBottom();
}

// --- what happens --------------------------------------------------------------------------------

const MESSAGE_KINDS = [
  "message",
  "message_changed",
  "message_deleted",
  "ephemeral",
  "ephemeral_changed",
  "ephemeral_deleted",
];

function followMessages() {
  for (const kind of MESSAGE_KINDS) {
    on(kind, (data) => {
      const channel = data.channel ?? data.message?.channel;
      if (data.message) data.message.channel ??= channel;
      if (kind === "ephemeral" || kind === "ephemeral_changed") data.message.is_ephemeral = true;
      for (const one of new Set([view, opening])) if (channel === one?.id) one.heard(kind, data);
      panel.heard(kind, channel, data);
      if (kind === "message" || kind === "ephemeral") speak(channel, data.message);
      if (kind === "message" && !conversation(channel)) refreshSoon();
    });
  }
}

function speak(channel, message) {
  if (message.user === state.me.id || channel !== view?.id) return;
  announce(`${author(message).real_name}: ${inOneLine(message)}`);
}

function followUnread() {
  on("unread", ({ channel, unread, mentions, read: upTo, own }) => {
    if (!own && channel) {
      const here =
        channel === view?.id &&
        view.isMessages &&
        !view.staysUnread &&
        view.list?.isStuck &&
        view.list.isSeen;
      state.unread[channel] = here ? 0 : (unread ?? 0);
      if (upTo) state.read[channel] = upTo;
      state.mentions[channel] = here ? 0 : (mentions ?? 0);
    }
    nameTab(view);
  });
}

/** Put words into the message box; where there is none, go where there is one. */
async function fillComposer(text) {
  if (!view?.writer) {
    history.pushState(null, "", `#${firstPlace()}`);
    await showPlace();
  }
  view?.writer?.fill(text);
}

let refreshTimer = null;
let hasNewNames = false;

function refreshSoon() {
  if (refreshTimer !== null) return;
  refreshTimer = setTimeout(async () => {
    const isRenamed = hasNewNames;
    [refreshTimer, hasNewNames] = [null, false];
    await guarded(refresh);
    // The channel may have been deleted under the person's feet.
    if (view && !conversation(view.id)) location.hash = "";
    view?.refreshed();
    if (isRenamed) redrawMessages();
  }, 80);
}

let redrawTimer = null;

/** A clock that skips ahead stands at many moments on its way. */
function redrawSoon() {
  clearTimeout(redrawTimer);
  redrawTimer = setTimeout(redrawMessages, 200);
}

/** Names and "today" may have changed in any of them. */
function redrawMessages() {
  view?.list?.redraw();
  panel.redraw();
}

/** After a gap. The local Slack may have been started anew meanwhile, and be another one. */
async function resync() {
  const { workspaces, run } = await read("workspaces").catch(() => ({}));
  if (workspaces && !workspaces.some(({ id }) => id === state.workspace.id))
    return location.replace(`/?as=${encodeURIComponent(acting.as)}`);
  if (workspaces && run !== state.run) return location.reload();
  return guarded(async () => {
    await Promise.all([refresh(), refreshWorkspaces()]);
    view?.refreshed();
    await Promise.all([view?.resync(), panel.resync(), resyncModals()]);
  });
}

/** Run something; what the local Slack refuses becomes a notice. */
async function guarded(run) {
  try {
    return await run();
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    toast(problem.message, "error");
    return undefined;
  }
}

async function inspect() {
  if (panel.shows === "thread") go({ channel: state.place.channel, tab: state.place.tab });
  setPane("panel");
  await guarded(() => panel.openInspector());
}

function closePanel() {
  if (panel.shows === "thread") go({ channel: state.place.channel, tab: state.place.tab });
  else panel.close();
}

// --- the start -----------------------------------------------------------------------------------

async function start() {
  startToasts();
  // Before the sidebar listens, so that it draws what has been counted.
  followUnread();
  on("panel-closed", () => setPane("main"));
  drawTop(panel, inspect);
  startSidebar(document.getElementById("side"));
  followWorkspaces();
  startModals();
  startHint(document.getElementById("hint"), fillComposer);
  followMessages();
  followDeletions();
  followPermalinks();
  followSteps();
  followKeys(closePanel);
  on("go", go);
  on("pane", ({ pane }) => {
    setPane(pane);
    document.querySelector('#side [aria-current="page"]')?.focus();
  });
  on("assistant", (chat) => panel.heardOfChat(chat));
  on("unread-kept", () => {
    if (view) view.staysUnread = true;
  });
  on("focus-composer", () => view?.focus());
  // Who writes wants to see what becomes of it.
  on("sent", ({ thread }) => (thread ? panel.list : view?.list)?.toBottom());
  on("hidden", () => [view?.list, panel.list].forEach((list) => list?.changed()));
  on("channel", refreshSoon);
  on("person", () => {
    hasNewNames = true;
    refreshSoon();
  });
  on("clock", redrawSoon);
  addEventListener("hashchange", () => showPlace());
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    view?.focus();
  });
  document.addEventListener(
    "visibilitychange",
    () => view?.list?.isStuck && view.list.tellBottom(),
  );
  if (!(await choosePerson())) return;
  listen(resync);
  await showPlace({ keepPane: !location.hash });
  if (!location.hash) setPane("side");
  await resyncModals();
  document.body.dataset.ready = "true";
}

start().catch((problem) => {
  toast(problem.message, "error");
  throw problem;
});
