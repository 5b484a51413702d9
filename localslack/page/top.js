// The bar at the top: the clock, whether the line is up, the inspector, the theme, the person.

import { clockControl } from "./clock.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { personSwitch } from "./people.js";
import { openSearch } from "./search.js";
import { on } from "./store.js";
import { themeControl } from "./theme.js";

/** Draw it; `inspect` is what the inspector's button does while the panel shows something else. */
export function drawTop(panel, inspect) {
  const lost = h("span", { class: "lost", role: "status" });
  on("connection", ({ isUp }) => {
    lost.textContent = isUp ? "" : "Connecting…";
  });
  document
    .getElementById("top")
    .append(
      h("div", { class: "top-middle" }, searchButton(), clockControl(), lost),
      h("div", { class: "top-end" }, inspectorButton(panel, inspect), themeControl(), personSwitch()),
    );
}

function searchButton() {
  const words = h("span", { class: "only-wide" }, "Search");
  return h(
    "button",
    {
      type: "button",
      class: "top-button search-button",
      "aria-label": "Search messages and people",
      "aria-keyshortcuts": "Control+G Meta+G",
      title: "Search (Ctrl G). Jump to a channel or a person: Ctrl K",
      onclick: () => openSearch(),
    },
    icon("search"),
    words,
  );
}

function inspectorButton(panel, inspect) {
  const button = h(
    "button",
    {
      type: "button",
      class: "top-button",
      "aria-label": "Inspector",
      "aria-expanded": "false",
      "aria-controls": "panel",
    },
    icon("inspect"),
    h("span", { class: "only-wide" }, "Inspector"),
  );
  button.addEventListener("click", () => {
    if (panel.shows === "inspector") return panel.close();
    button.setAttribute("aria-expanded", "true");
    return inspect();
  });
  on("panel-closed", ({ wasInspector }) => {
    button.setAttribute("aria-expanded", "false");
    if (wasInspector) button.focus();
  });
  return button;
}
