// Keys that work everywhere on the page.

import { openPalette } from "./palette.js";
import { openSearch } from "./search.js";
import { undoLast } from "./undo.js";

const FIELD = 'textarea, input:not([type="checkbox"], [type="radio"])';
const isTyping = (node) =>
  Boolean(
    (node?.matches(FIELD) && node.value) || node?.closest("[contenteditable]")?.textContent,
  );

/** With Ctrl, or Cmd on a Mac; each says whether it did something. */
const WITH_CONTROL = {
  k: () => openPalette(),
  g: () => openSearch(),
  // In a field that holds something it takes back what was typed.
  z: () => !isTyping(document.activeElement) && undoLast(),
};

/** F6 moves between the parts of the page, Escape leaves the panel. */
export function followKeys(leavePanel) {
  addEventListener("keydown", (event) => {
    const known = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (known && WITH_CONTROL[event.key.toLowerCase()]?.()) event.preventDefault();
    else if (event.key === "F6") {
      event.preventDefault();
      nextRegion(event.shiftKey ? -1 : 1);
    } else if (
      event.key === "Escape" &&
      !event.defaultPrevented &&
      !document.querySelector("dialog[open], :popover-open:not(.toasts)")
    ) {
      if (document.activeElement?.closest("#panel")) leavePanel();
    }
  });
}

/** The parts of the page, and where the focus goes in each. */
const REGIONS = [
  ["#side", '[aria-current="page"], a, button'],
  ["#place .message-list", '.message[tabindex="0"]'],
  ["#place .home", ":scope"],
  ["#place .composer", "textarea"],
  ["#panel", "textarea, input, button"],
  ["#top", "button"],
];

function nextRegion(step) {
  const stops = REGIONS.map(([region, target]) => {
    const part = document.querySelector(region);
    // The part's own current place comes before whatever stands first in it.
    const found = target
      .split(", ")
      .map((one) => (one === ":scope" ? part : part?.querySelector(one)))
      .find((node) => node?.offsetParent);
    return found && { part, found };
  }).filter(Boolean);
  const at = stops.findIndex(({ part }) => part.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  stops[(from + step + stops.length) % stops.length]?.found.focus();
}
