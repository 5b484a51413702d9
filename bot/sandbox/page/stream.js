// What happens in the workspace, live. After a gap the page is told to read everything again.

import { streamAddress } from "./api.js";
import { tell } from "./store.js";

const KINDS = [
  "message", "message_changed", "message_deleted", "ephemeral", "ephemeral_changed", "ephemeral_deleted",
  "view_opened", "view_updated", "view_closed", "home", "unread", "channel", "person", "clock", "notice", "request", "faults",
];

/** Listen for as long as the page is open. `onGap` runs after each reconnection. */
export function listen(onGap) {
  let wasOpen = false;
  let lost = false;
  let source = null;
  const connect = () => {
    source = new EventSource(streamAddress());
    source.addEventListener("open", () => {
      tell("connection", { isUp: true });
      if (wasOpen && lost) onGap();
      wasOpen = true;
      lost = false;
    });
    source.addEventListener("error", () => {
      lost = true;
      tell("connection", { isUp: false });
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1500);
    });
    for (const kind of KINDS) source.addEventListener(kind, (event) => tell(kind, JSON.parse(event.data)));
  };
  connect();
  addEventListener("pagehide", () => source.close());
}
