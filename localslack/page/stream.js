// What happens in the workspace, live. After a gap the page is told to read everything again.

import { streamAddress } from "./api.js";
import { tell } from "./store.js";

const KINDS = [
  "message",
  "message_changed",
  "message_deleted",
  "ephemeral",
  "ephemeral_changed",
  "ephemeral_deleted",
  "view_opened",
  "view_updated",
  "view_closed",
  "home",
  "unread",
  "elsewhere",
  "channel",
  "person",
  "clock",
  "notice",
  "request",
  "faults",
  "assistant",
  "step",
];
const RETRY = 1500;
// A browser keeps six connections to one host, so a tab that nobody looks at gives its own back.
const PATIENCE = 20_000;
const GLANCE = 10_000;

/** Listen for as long as the page is open. `onGap` runs after what may have been missed. */
export function listen(onGap) {
  let source = null;
  let isBehind = false;
  let resting = null;

  function connect() {
    source = new EventSource(streamAddress());
    source.addEventListener("open", () => {
      tell("connection", { isUp: true });
      if (isBehind) onGap();
      isBehind = false;
    });
    source.addEventListener("error", () => {
      isBehind = true;
      tell("connection", { isUp: false });
      if (source?.readyState === EventSource.CLOSED) setTimeout(() => source && connect(), RETRY);
    });
    for (const kind of KINDS)
      source.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
  }

  function disconnect() {
    source?.close();
    source = null;
    isBehind = true;
  }

  // Out of sight: hang up after a while, and look in from time to time for what is unread.
  function rest() {
    resting = setTimeout(() => {
      disconnect();
      resting = setInterval(onGap, GLANCE);
    }, PATIENCE);
  }

  function wake() {
    clearTimeout(resting);
    clearInterval(resting);
    if (!source) connect();
  }

  connect();
  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "hidden" ? rest() : wake(),
  );
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && wake());
}
