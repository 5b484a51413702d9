// Colours, and the signs beside them.

import { h, svg } from "../dom.js";
import { percent, total } from "./data.js";

export const MARKS = ["circle", "square", "diamond", "triangle", "cross", "ring"];
const COLOURS = 12;

export const colour = (index) => `var(--chart-${(index % COLOURS) + 1})`;

/** A small sign of its own shape for each series, so that colour is never the only difference. */
export function mark(shape, x, y, fill) {
  const edge = { stroke: "var(--surface)", "stroke-width": 1.5, fill };
  switch (shape) {
    case "square":
      return svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8, ...edge });
    case "diamond":
      return svg("path", { d: `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`, ...edge });
    case "triangle":
      return svg("path", { d: `M${x} ${y - 5.5}l5.5 9.5h-11Z`, ...edge });
    case "cross":
      return svg("path", {
        d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`,
        fill: "none",
        stroke: fill,
        "stroke-width": 2.5,
      });
    case "ring":
      return svg("circle", {
        cx: x,
        cy: y,
        r: 4,
        fill: "var(--surface)",
        stroke: fill,
        "stroke-width": 2.5,
      });
    default:
      return svg("circle", { cx: x, cy: y, r: 4.5, ...edge });
  }
}

export const key = (tint, shape) =>
  svg(
    "svg",
    { class: "chart-key", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" },
    mark(shape, 7, 7, tint),
  );

export function legend(data) {
  const names =
    data.type === "pie"
      ? data.segments.map(({ label }) => label)
      : data.series.map(({ name }) => name);
  if (names.length < 2 && data.type !== "pie") return null;
  const whole = data.type === "pie" ? total(data.segments) : 0;
  const words = (name, i) =>
    whole ? [name, h("b", {}, percent(data.segments[i].value, whole))] : name;
  const shape = (i) =>
    data.type === "pie" || data.type === "bar" ? "square" : MARKS[i % MARKS.length];
  return h(
    "ul",
    { class: "chart-legend", "aria-hidden": "true" },
    names.map((name, i) => h("li", {}, key(colour(i), shape(i)), words(name, i))),
  );
}
