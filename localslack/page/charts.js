// Slack's native charts as SVG: line, area, bar and pie, with a legend, a value under the pointer
// or the arrow keys, a text alternative and a table for screen readers.

import { freshId, h, svg } from "./dom.js";

const HEIGHT = 270;
const WIDTH = 560; // until it is known how much room there is
// In CSS pixels, of words of 12 px: a letter, a line, and how far a slanted letter goes.
const [LETTER, LINE, RISE, RUN] = [7, 24, 0.57, 0.82];
const MARKS = ["circle", "square", "diamond", "triangle", "cross", "ring"];
const COLOURS = 12;

/** A figure for a `data_visualization` block. */
export function chart(block) {
  const title = block.title?.text ?? block.title;
  const draw = { pie, bar: plot, line: plot, area: plot }[block.chart?.type];
  if (!draw)
    return h(
      "p",
      { class: "cannot" },
      `A chart of the type "${block.chart?.type}" can't be displayed here.`,
    );
  const data = aligned(block.chart);
  const caption = freshId("chart");
  const readout = h("div", { class: "chart-readout", "aria-live": "polite" });
  const picture = draw(data, describe(title, data), readout);
  return h(
    "figure",
    { class: `chart chart-${data.type}`, "aria-labelledby": caption },
    h("figcaption", { id: caption }, title),
    h("div", { class: "chart-picture" }, picture, readout),
    legend(data),
    hiddenTable(title, data),
  );
}

const colour = (index) => `var(--chart-${(index % COLOURS) + 1})`;
const number = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 });
const percent = (part, whole) => `${number(Math.round((part / whole) * 1000) / 10)}%`;
const total = (segments) => segments.reduce((sum, { value }) => sum + value, 0);

/** One or two sentences that say what the picture shows. */
export function describe(title, data) {
  if (data.type === "pie") {
    const whole = total(data.segments);
    const parts = data.segments.map(
      ({ label, value }) => `${label} ${number(value)} (${percent(value, whole)})`,
    );
    return `Pie chart: ${title}. ${parts.join(", ")}.`;
  }
  const { categories, x_label: x, y_label: y } = data.axis_config ?? {};
  const axes = [x && `Across: ${x}.`, y && `Up: ${y}.`].filter(Boolean).join(" ");
  const series = data.series.map(({ name, data: points }) => {
    const values = points.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)].map(number);
    const [first, last] = [values[0], values.at(-1)].map(number);
    return `${name} from ${first} to ${last}, lowest ${low}, highest ${high}`;
  });
  const kind = { bar: "Bar", line: "Line", area: "Area" }[data.type];
  const points = `${labelsOf(data, categories).length} points`;
  const parts = [`${kind} chart: ${title}.`, axes, `${points}: ${series.join("; ")}.`];
  return parts.filter(Boolean).join(" ");
}

/** The same chart with each series' points in the order of the categories. */
function aligned(data) {
  const categories = data.axis_config?.categories;
  if (!categories || !data.series) return data;
  const order = (points) =>
    categories.map((label) => points.find((point) => point.label === label) ?? { label, value: 0 });
  return { ...data, series: data.series.map((one) => ({ ...one, data: order(one.data) })) };
}

const labelsOf = (data, categories) => categories ?? data.series[0].data.map(({ label }) => label);

// --- line, area, bar ---------------------------------------------------------------------------

/** Drawn for the width that it really has, so that its words keep their size on a phone. */
function plot(data, description, readout) {
  const categories = labelsOf(data, data.axis_config?.categories);
  const values = data.series.flatMap(({ data: points }) => points.map(({ value }) => value));
  const ticks = niceTicks(values, data.type);
  const guide = svg("line", { class: "chart-guide", visibility: "hidden" });
  const picture = svg("svg", {
    class: "chart-plot",
    role: "img",
    "aria-label": description,
    tabindex: "0",
  });
  let frame = null;
  const layOut = (width) => {
    frame = frameOf(data, ticks, categories, width);
    guide.setAttribute("y1", frame.top);
    guide.setAttribute("y2", frame.bottom);
    guide.setAttribute("visibility", "hidden");
    picture.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    picture.replaceChildren(
      grid(frame),
      axisLabels(data.axis_config ?? {}, frame),
      guide,
      ...{ bar: bars, line: lines, area: areas }[data.type](data, frame).flat(2),
      zeroLine(frame),
    );
  };
  const tell = (index) => {
    guide.setAttribute("visibility", index === null || data.type === "bar" ? "hidden" : "visible");
    if (index === null) return readout.replaceChildren();
    guide.setAttribute("x1", frame.x(index));
    guide.setAttribute("x2", frame.x(index));
    const rows = data.series.map(({ name, data: points }, i) => [
      colour(i),
      MARKS[i % MARKS.length],
      name,
      number(points[index].value),
    ]);
    return showValues(readout, categories[index], rows, frame.x(index) / frame.width);
  };
  layOut(WIDTH);
  new ResizeObserver(([{ contentRect: box }]) => {
    if (box.width > 0 && box.width !== frame.width) layOut(box.width);
  }).observe(picture);
  followPointer(
    picture,
    categories.length,
    (x) => Math.round((x * frame.width - frame.left - frame.step / 2) / frame.step),
    tell,
  );
  return picture;
}

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

function frameOf(data, ticks, categories, width) {
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

function grid(frame) {
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

function categoryLabel(label, i, frame) {
  const [x, y] = [frame.x(i), frame.bottom + (frame.slanted ? 12 : 16)];
  if (!frame.slanted)
    return svg("text", { class: "chart-tick", x, y, "text-anchor": "middle" }, label);
  const room = Math.min(58 / RISE, x / RUN);
  const turn = { transform: `rotate(-35 ${x} ${y})`, "text-anchor": "end" };
  return svg("text", { class: "chart-tick", x, y, ...turn }, cut(label, room));
}

function axisLabels({ x_label: x, y_label: y }, frame) {
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

const zeroLine = (frame) =>
  svg("line", {
    class: "chart-axis",
    x1: frame.left,
    x2: frame.right,
    y1: frame.y(frame.zero),
    y2: frame.y(frame.zero),
  });

function bars(data, frame) {
  const room = Math.min(frame.step * 0.76, 64 * data.series.length);
  const width = room / data.series.length;
  return data.series.map(({ data: points }, s) =>
    points.map(({ value }, i) => {
      const [from, to] = [frame.y(frame.zero), frame.y(value)];
      const x = frame.x(i) - room / 2 + s * width;
      return svg("rect", {
        x: x + 0.75,
        y: Math.min(from, to),
        width: Math.max(1, width - 1.5),
        height: value ? Math.max(1, Math.abs(from - to)) : 0,
        rx: Math.min(3, width / 4),
        fill: colour(s),
      });
    }),
  );
}

const path = (points, frame) =>
  points.map(({ value }, i) => `${i ? "L" : "M"}${frame.x(i)} ${frame.y(value)}`).join("");

function lines(data, frame) {
  return data.series.map(({ data: points }, s) => [
    svg("path", {
      d: path(points, frame),
      fill: "none",
      stroke: colour(s),
      "stroke-width": 2.5,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
    }),
    points.map(({ value }, i) =>
      mark(MARKS[s % MARKS.length], frame.x(i), frame.y(value), colour(s)),
    ),
  ]);
}

function areas(data, frame) {
  return data.series.map(({ data: points }, s) => {
    const floor = frame.y(frame.zero);
    const close = `L${frame.x(points.length - 1)} ${floor}L${frame.x(0)} ${floor}Z`;
    return [
      svg("path", { d: path(points, frame) + close, fill: colour(s), "fill-opacity": 0.22 }),
      svg("path", {
        d: path(points, frame),
        fill: "none",
        stroke: colour(s),
        "stroke-width": 2.5,
        "stroke-linejoin": "round",
      }),
      points.map(({ value }, i) =>
        mark(MARKS[s % MARKS.length], frame.x(i), frame.y(value), colour(s)),
      ),
    ];
  });
}

/** A small sign of its own shape for each series, so that colour is never the only difference. */
function mark(shape, x, y, fill) {
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

// --- pie ---------------------------------------------------------------------------------------

function pie(data, description, readout) {
  const whole = total(data.segments);
  const [cx, cy, r] = [140, 140, 122];
  let angle = -Math.PI / 2;
  const slices = data.segments.map(({ value }, i) => {
    const [from, to] = [angle, angle + (value / whole) * 2 * Math.PI];
    angle = to;
    return slice(cx, cy, r, from, to, colour(i), data.segments.length === 1);
  });
  const picture = svg(
    "svg",
    {
      viewBox: "0 0 280 280",
      role: "img",
      "aria-label": description,
      tabindex: "0",
      class: "chart-round",
    },
    slices,
  );
  const tell = (index) => {
    slices.forEach((node, i) => node.classList.toggle("is-faint", index !== null && i !== index));
    if (index === null) return readout.replaceChildren();
    const { label, value } = data.segments[index];
    return showValues(
      readout,
      "",
      [[colour(index), "square", label, `${number(value)} (${percent(value, whole)})`]],
      0.5,
    );
  };
  slices.forEach((node, i) => {
    node.addEventListener("pointerenter", () => tell(i));
    node.addEventListener("pointerleave", () => tell(null));
  });
  followKeys(picture, data.segments.length, tell);
  return picture;
}

function slice(cx, cy, r, from, to, fill, alone) {
  if (alone) return svg("circle", { cx, cy, r, fill });
  const at = (a) => `${cx + r * Math.cos(a)} ${cy + r * Math.sin(a)}`;
  const large = to - from > Math.PI ? 1 : 0;
  const d = `M${cx} ${cy}L${at(from)}A${r} ${r} 0 ${large} 1 ${at(to)}Z`;
  return svg("path", {
    d,
    fill,
    stroke: "var(--surface)",
    "stroke-width": 2,
    "stroke-linejoin": "round",
  });
}

// --- what all of them share ----------------------------------------------------------------------

function showValues(readout, heading, rows, across) {
  readout.style.setProperty("--across", `${Math.min(0.85, Math.max(0.15, across)) * 100}%`);
  readout.replaceChildren(
    heading ? h("strong", {}, heading) : "",
    ...rows.map(([tint, shape, name, value]) =>
      h("div", {}, key(tint, shape), `${name}: `, h("b", {}, value)),
    ),
  );
}

function followPointer(picture, count, indexAt, tell) {
  const clamp = (index) => Math.min(count - 1, Math.max(0, index));
  picture.addEventListener("pointermove", (event) => {
    const box = picture.getBoundingClientRect();
    tell(clamp(indexAt((event.clientX - box.left) / box.width)));
  });
  picture.addEventListener("pointerleave", () => tell(null));
  followKeys(picture, count, tell);
}

function followKeys(picture, count, tell) {
  let at = -1;
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    at = Math.max(0, at + step + (at < 0 && step < 0 ? count + 1 : 0)) % count;
    tell(at);
  });
  picture.addEventListener("blur", () => tell(null));
}

const key = (tint, shape) =>
  svg(
    "svg",
    { class: "chart-key", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" },
    mark(shape, 7, 7, tint),
  );

function legend(data) {
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

function hiddenTable(title, data) {
  const cell = (value) => h("td", {}, typeof value === "number" ? number(value) : value);
  const head = (names) =>
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        names.map((name) => h("th", { scope: "col" }, name)),
      ),
    );
  const rows =
    data.type === "pie"
      ? data.segments.map(({ label, value }) => [label, [value]])
      : labelsOf(data, data.axis_config?.categories).map((label, i) => [
          label,
          data.series.map(({ data: points }) => points[i].value),
        ]);
  const names =
    data.type === "pie"
      ? ["Part", "Value"]
      : [data.axis_config?.x_label ?? "", ...data.series.map(({ name }) => name)];
  const body = rows.map(([label, values]) =>
    h("tr", {}, h("th", { scope: "row" }, label), values.map(cell)),
  );
  const table = h(
    "table",
    {},
    h("caption", {}, `Data of the chart "${title}"`),
    head(names),
    h("tbody", {}, body),
  );
  // A table takes no height that is too small for it: it would stand out below, unseen.
  return h("div", { class: "sr-only" }, table);
}
