// The title of the browser's tab.

import { isDirect, state } from "./store.js";
import { isLeaving } from "./undo.js";

/** What is open, and how much waits for the person. */
export function nameTab(view) {
  const total = Object.keys(state.unread).reduce((sum, id) => sum + waiting(id), 0);
  const count = total ? `(${total}) ` : "";
  document.title = `${count}${view?.title ?? "Slack"} · ${state.workspace.name}`;
}

function waiting(id) {
  if (isLeaving(id)) return 0;
  return (isDirect(id) ? state.unread[id] : state.mentions[id]) ?? 0;
}
