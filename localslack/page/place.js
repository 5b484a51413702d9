// Where a person is, as the page's address has it after the #.

import { appOf, conversation, hasTab, state } from "./store.js";
import { isLeaving } from "./undo.js";

/**
 * "#C1", "#C1/1700000000.000100" (a thread) or "#D1/home" (a tab of an app); a last part
 * "p1700000000.000200" is a message to show, in the channel or in the thread.
 */
export function readPlace() {
  const [id, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  const thread = rest.find((part) => /^\d+\.\d+$/.test(part)) ?? null;
  const message = rest.find((part) => /^p\d+\.\d+$/.test(part))?.slice(1) ?? null;
  const app = appOf(id);
  const tab = (app && rest.find((part) => ["home", "about"].includes(part))) || firstTab(app);
  return { channel: conversation(id) ? id : null, thread, message, tab };
}

const firstTab = (app) =>
  app ? ["messages", "home", "about"].find((tab) => hasTab(app, tab)) : "messages";

/** The same the other way round. */
export function hashOf({ channel, thread = null, message = null, tab = "messages" }) {
  const parts = [thread, tab === "messages" ? null : tab, message && `p${message}`];
  return [channel ?? firstPlace(), ...parts].filter(Boolean).join("/");
}

/** Where who comes without a place is led. */
export function firstPlace() {
  const mine = [...state.channels.values()].filter(
    (one) => one.is_member && !one.is_archived && !isLeaving(one.id),
  );
  const unread = mine.find(({ id }) => state.unread[id]);
  return (
    (
      mine.find(({ name }) => name === state.workspace.start_channel) ??
      mine.find(({ name }) => name === "general") ??
      unread ??
      mine[0]
    )?.id ??
    state.apps[0]?.dm ??
    state.dms.find(({ user }) => user !== state.me.id)?.id ??
    null
  );
}
