// Where things stand in a chart with axes: its steps, its lines, its words.

import { svg } from "../dom.js";
import { number } from "./data.js";

export const HEIGHT = 270;

// In CSS pixels, of words of 12 px: a letter, a line, and how far a slanted letter goes.
const [LETTER, LINE, RISE, RUN] = [7, 24, 0.57, 0.82];

/** Round steps, at most seven, that hold all values; bars and areas start at zero. */
export function niceTicks(values, type) {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (type !== "line") [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) [low, high] = [low - 1, high + 1];
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999);
  const ticks = [];
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  for (let i = first; i <= last; i += 1) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

export function frameOf(data, ticks, categories, width) {
  const { x_label: xLabel, y_label: yLabel } = data.axis_config ?? {};
  const widest = Math.max(...ticks.map((tick) => number(tick).length));
  const left = 14 + widest * LETTER + (yLabel ? 18 : 0);
  const [top, right] = [12, width - 12];
  const step = (right - left) / categories.length;
  const longest = Math.max(...categories.map((label) => label.length));
  const slanted = categories.length > 1 && (longest + 1) * LETTER > step;
  const below = slanted ? Math.min(76, 18 + longest * LETTER * RISE) : 24;
  const bottom = HEIGHT - below - (xLabel ? 18 : 0);
  const [low, high] = [ticks[0], ticks.at(-1)];
  return {
    width,
    left,
    right,
    top,
    bottom,
    step,
    ticks,
    categories,
    slanted,
    // Words that would stand closer than a line are left out; the newest one stays.
    every: slanted ? Math.ceil(LINE / step) : 1,
    x: (index) => left + step * (index + 0.5),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
    zero: Math.min(Math.max(0, low), high),
  };
}

const cut = (words, room) => {
  const most = Math.max(3, Math.floor(room / LETTER));
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
};

export function grid(frame) {
  const ups = frame.ticks.map((tick) => [
    svg("line", {
      class: "chart-grid",
      x1: frame.left,
      x2: frame.right,
      y1: frame.y(tick),
      y2: frame.y(tick),
    }),
    svg(
      "text",
      { class: "chart-tick", x: frame.left - 6, y: frame.y(tick) + 4, "text-anchor": "end" },
      number(tick),
    ),
  ]);
  const last = frame.categories.length - 1;
  const across = frame.categories.map((label, i) =>
    (last - i) % frame.every === 0 ? categoryLabel(label, i, frame) : null,
  );
  return svg("g", { "aria-hidden": "true" }, ups, across);
}

export function categoryLabel(label, i, frame) {
  const [x, y] = [frame.x(i), frame.bottom + (frame.slanted ? 12 : 16)];
  if (!frame.slanted)
    return svg("text", { class: "chart-tick", x, y, "text-anchor": "middle" }, label);
  const room = Math.min(58 / RISE, x / RUN);
  const turn = { transform: `rotate(-35 ${x} ${y})`, "text-anchor": "end" };
  return svg("text", { class: "chart-tick", x, y, ...turn }, cut(label, room));
}

export function axisLabels({ x_label: x, y_label: y }, frame) {
  const middle = (frame.top + frame.bottom) / 2;
  return svg(
    "g",
    { "aria-hidden": "true", class: "chart-axis-label" },
    x &&
      svg(
        "text",
        { x: (frame.left + frame.right) / 2, y: HEIGHT - 4, "text-anchor": "middle" },
        cut(x, frame.right - frame.left),
      ),
    y &&
      svg(
        "text",
        { x: 12, y: middle, "text-anchor": "middle", transform: `rotate(-90 12 ${middle})` },
        cut(y, 2 * middle),
      ),
  );
}

export const zeroLine = (frame) =>
  svg("line", {
    class: "chart-axis",
    x1: frame.left,
    x2: frame.right,
    y1: frame.y(frame.zero),
    y2: frame.y(frame.zero),
  });
