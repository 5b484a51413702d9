// Date, time and both: the browser's own pickers, in the reader's time zone.

import { h } from "../dom.js";
import { momentIn, wallOf } from "../dates.js";
import { isConfirmed } from "./button.js";
import { words } from "./text.js";

const KINDS = {
  datepicker: { type: "date", label: "Date", read: (text) => text, write: (value) => value },
  timepicker: {
    type: "time",
    label: "Time",
    read: (text) => text.slice(0, 5),
    write: (value) => value,
  },
  datetimepicker: {
    type: "datetime-local",
    label: "Date and time",
    read: (text, zone) => momentIn(zone, text),
    write: (value, zone) => wallOf(value, zone),
  },
};

/** A datepicker, timepicker or datetimepicker element. */
export function picker(element, block, form, naming) {
  const kind = KINDS[element.type];
  const zone = element.timezone ?? form.world.zone;
  const chosen = form.chosen(block, element);
  const input = h("input", {
    type: kind.type,
    class: "field is-picker",
    "data-key": `${block.block_id}/${element.action_id}`,
    ...naming,
    "aria-label": naming["aria-labelledby"]
      ? null
      : (naming["aria-label"] ?? (words(element.placeholder, form.world) || kind.label)),
    title: words(element.placeholder, form.world) || null,
    value: chosen ? kind.write(chosen, zone) : "",
  });
  const take = () => (input.value ? kind.read(input.value, zone) : null);
  takeWhenSettled(
    input,
    async () => {
      if (take() === form.chosen(block, element)) return;
      if (await isConfirmed(element, form.world)) await form.change(block, element, take());
    },
    () => form.change(block, element, take(), { act: false }),
    block.type === "input" && !block.dispatch_action,
  );
  const note = element.timezone && h("span", { class: "picker-zone" }, element.timezone);
  return note ? h("span", { class: "picker" }, input, note) : input;
}

// A browser reports every digit of a year that is typed; the bot should hear of the whole date.
function takeWhenSettled(input, settle, keep, quiet) {
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    return settle();
  };
  if (quiet) {
    input.addEventListener("change", keep);
    return;
  }
  input.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(now, 700);
  });
  input.addEventListener("blur", now);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") now();
  });
}
