// The workspace's clock: what it shows, and skipping ahead.

import { tried } from "./actions.js";
import { change } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { withMenu } from "./menu.js";
import { now, offsetOf, on, state, tell, zone } from "./store.js";
import { toast } from "./toasts.js";
import { momentIn, stamp, wallOf } from "./dates.js";

const HOUR = 3600;

/** The clock's button, for the top of the page. */
export function clockControl() {
  const face = h("span", { class: "clock-face" });
  const button = h("button", { type: "button", class: "top-button clock" }, icon("clock"), face);
  const draw = () => {
    face.textContent = stamp(now(), zone());
    button.setAttribute("aria-label", `It is ${face.textContent}. Skip ahead in time`);
  };
  setInterval(draw, 1000);
  on("state", draw);
  on("clock", (data) => {
    state.clock = offsetOf(data.clock ?? data) ?? state.clock;
    draw();
  });
  const items = () => [
    {
      label: "Skip to next Tuesday 10:00",
      run: () => skip({ next: "tuesday 10:00", tz: zone() }, button),
    },
    { separator: true },
    { label: "Skip one hour", run: () => skip({ by: HOUR }, button) },
    { label: "Skip one day", run: () => skip({ by: 24 * HOUR }, button) },
    { label: "Skip one week", run: () => skip({ by: 7 * 24 * HOUR }, button) },
    { separator: true },
    { label: "Skip to a date and time…", run: () => choose(button) },
  ];
  return withMenu(button, items, { align: "end", label: "Skip ahead" });
}

async function skip(body, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  const answer = await tried(() => change("clock", body));
  button.removeAttribute("aria-busy");
  if (!answer) return;
  tell("clock", answer);
  toast(`It is now ${stamp(now(), zone())}.`);
}

function choose(button) {
  const input = h("input", {
    type: "datetime-local",
    class: "field",
    value: wallOf(now() + 24 * HOUR, zone()),
    "aria-label": "Date and time",
  });
  const go = h("button", { type: "submit", class: "button is-primary is-filled" }, "Skip");
  const form = h(
    "form",
    { class: "skip-form" },
    h("p", { class: "faint" }, `In your time zone, ${zone()}`),
    input,
    go,
  );
  const dialog = openDialog({ title: "Skip to", body: form, className: "dialog-small" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.value) return;
    dialog.close();
    skip({ to: new Date(momentIn(zone(), input.value) * 1000).toISOString() }, button);
  });
}
