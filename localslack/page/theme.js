// Light, dark, or as the computer says; remembered by the browser.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { withMenu } from "./menu.js";

const KEY = "local-slack-theme";
const CHOICES = [
  ["auto", "Like the computer"],
  ["light", "Light"],
  ["dark", "Dark"],
];

const chosen = () => localStorage.getItem(KEY) ?? "auto";

function apply() {
  document.documentElement.dataset.theme = chosen();
}

/** The button that changes it. */
export function themeControl() {
  apply();
  const button = h(
    "button",
    { type: "button", class: "top-button", "aria-label": "Light or dark" },
    icon("sun"),
  );
  const items = () =>
    CHOICES.map(([value, label]) => ({
      label,
      checked: chosen() === value,
      run: () => {
        localStorage.setItem(KEY, value);
        apply();
      },
    }));
  return withMenu(button, items, { align: "end", label: "Light or dark" });
}
