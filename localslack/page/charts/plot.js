// Line, area and bar charts.

import { svg } from "../dom.js";
import { labelsOf, number } from "./data.js";
import { axisLabels, frameOf, grid, HEIGHT, niceTicks, zeroLine } from "./frame.js";
import { colour, MARKS } from "./marks.js";
import { followPointer, showValues } from "./pointing.js";
import { areas, bars, lines } from "./series.js";

const WIDTH = 560; // until it is known how much room there is

/** Drawn for the width that it really has, so that its words keep their size on a phone. */
export function plot(data, description, readout) {
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
