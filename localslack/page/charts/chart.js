// Slack's native charts as SVG: line, area, bar and pie, with a legend, a value under the pointer
// or the arrow keys, a text alternative and a table for screen readers.

import { freshId, h } from "../dom.js";
import { aligned, describe, labelsOf, number } from "./data.js";
import { legend } from "./marks.js";
import { pie } from "./pie.js";
import { plot } from "./plot.js";

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
