// What an assistant is at: a task, a plan of them; and a call, of which only its place is known.

import { h, link } from "../dom.js";
import { richText } from "./rich_text.js";

const SIGNS = { pending: "○", in_progress: "◔", complete: "✓", error: "✕" };

/** One task with its state, and what it found. */
export function task(block, world) {
  const { status, title, details, output, sources = [] } = block;
  return h(
    "div",
    { class: `task is-${status}` },
    h("span", { class: "task-sign", "aria-hidden": "true" }, SIGNS[status] ?? ""),
    h(
      "div",
      {},
      h("b", {}, title),
      h("span", { class: "faint" }, ` ${(status ?? "").replace("_", " ")}`),
      details && richText(details, world),
      output && richText(output, world),
      sources.map((one) => h("div", {}, link(one.url, one.text))),
    ),
  );
}

/** A plan: its title and its tasks. */
export const plan = (block, world) =>
  h(
    "div",
    { class: "plan" },
    h("b", {}, block.title),
    (block.tasks ?? []).map((one) => task(one, world)),
  );

/** A call, which can't be joined here. */
export const call = () => h("div", { class: "faint" }, "A call");
