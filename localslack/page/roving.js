// One message of a list takes part in the Tab order; arrows move between them.

const all = (feed) => [...feed.querySelectorAll(".message")];

/** See to it that one can be reached with Tab. */
export function rove(feed) {
  const messages = all(feed);
  if (!messages.some((node) => node.tabIndex === 0) && messages.length)
    messages.at(-1).tabIndex = 0;
}

/** The focus goes to this message, and Tab comes back to it. */
function settleOn(feed, node, where = { block: "nearest" }) {
  for (const one of all(feed)) one.tabIndex = one === node ? 0 : -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView(where);
}

/** Move with the arrows, by pages, to both ends of what is drawn. */
export function moved(event, feed) {
  const here = event.target.closest(".message");
  if (!here || event.target !== here) return;
  const messages = all(feed);
  const at = messages.indexOf(here);
  const to = {
    ArrowDown: messages[at + 1],
    ArrowUp: messages[at - 1],
    PageDown: messages[at + 5] ?? messages.at(-1),
    PageUp: messages[at - 5] ?? messages[0],
    End: messages.at(-1),
    Home: messages[0],
  }[event.key];
  if (!to) return;
  event.preventDefault();
  settleOn(feed, to);
}

/**
 * Where the focus goes when these come in place of what is drawn and the message that has it isn't
 * among them: to its neighbour, which may be drawn anew.
 */
export function neighbour(feed, nodes) {
  const here = document.activeElement?.closest(".message");
  if (here?.parentNode !== feed) return null;
  const after = new Map(nodes.map((node) => [node.dataset?.ts, node]));
  if (after.has(here.dataset.ts)) return null;
  const messages = all(feed);
  const at = messages.indexOf(here);
  const stays = ({ dataset }) => after.has(dataset.ts);
  const next = messages.slice(at).find(stays) ?? messages.slice(0, at).findLast(stays);
  return next ? after.get(next.dataset.ts) : null;
}

const FOUND = 3000;

/** To a message that was looked for, marked for a moment (milliseconds). */
export function markIn(feed, node) {
  settleOn(feed, node, { block: "center" });
  node.classList.add("is-found");
  setTimeout(() => node.classList.remove("is-found"), FOUND);
}
