// Bars, lines and areas.

import { svg } from "../dom.js";
import { MARKS, colour, mark } from "./marks.js";

export function bars(data, frame) {
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

export function lines(data, frame) {
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

export function areas(data, frame) {
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
