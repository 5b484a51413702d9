// Pie charts.

import { svg } from "../dom.js";
import { number, percent, total } from "./data.js";
import { colour } from "./marks.js";
import { followKeys, showValues } from "./pointing.js";

export function pie(data, description, readout) {
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
