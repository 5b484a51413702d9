// The table and data_table blocks; the second sorts by a column and turns pages.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { richText, richWords } from "./rich_text.js";
import { text } from "./text.js";

function cell(value, world) {
  if (value.type === "rich_text") return richText(value, world);
  if (value.type === "raw_number") return value.text ?? String(value.value ?? value.number ?? "");
  return text(value.text ?? "", world);
}

/** A table block: its first row is the head. */
export function table(block, world) {
  const settings = block.column_settings ?? [];
  const classes = (i) =>
    `is-${settings[i]?.align ?? "left"}${settings[i]?.is_wrapped ? " is-wrapped" : ""}`;
  const row = (cells, tag) =>
    h(
      "tr",
      {},
      cells.map((one, i) =>
        h(tag, { class: classes(i), scope: tag === "th" ? "col" : null }, cell(one, world)),
      ),
    );
  const [head, ...body] = block.rows;
  const grid = h(
    "table",
    { class: "grid" },
    h("thead", {}, row(head, "th")),
    h(
      "tbody",
      {},
      body.map((cells) => row(cells, "td")),
    ),
  );
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Table" },
    grid,
  );
}

/** What a cell sorts by: a number where it is one. */
function sortKey(value, world) {
  if (value.type === "raw_number") return Number(value.value ?? value.number ?? value.text);
  return value.type === "rich_text"
    ? richWords(value, world).toLowerCase()
    : String(value.text ?? "").toLowerCase();
}

const compare = (a, b) =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));

/** A data_table block. */
export function dataTable(block, world) {
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? 5;
  const rowHead = block.row_header_column_index ?? 0;
  let sorted = { column: null, down: false };
  let page = 0;

  const body = h("tbody");
  const heads = head.map((one, column) => {
    const sort = h("button", { type: "button", class: "sort" }, cell(one, world), icon("down"));
    sort.addEventListener("click", () => {
      sorted = { column, down: sorted.column === column && !sorted.down };
      page = 0;
      draw();
    });
    return h("th", { scope: "col", class: isNumeric(rows, column) ? "is-right" : null }, sort);
  });
  const where = h("span", { "aria-live": "polite" });
  const turn = (label, sign, step) =>
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": label,
        onclick: () => {
          page += step;
          draw();
        },
      },
      icon(sign),
    );
  const [before, after] = [turn("Previous page", "back", -1), turn("Next page", "next", 1)];

  function ordered() {
    if (sorted.column === null) return rows;
    const by = (row) => sortKey(row[sorted.column], world);
    return [...rows].sort((a, b) => compare(by(a), by(b)) * (sorted.down ? -1 : 1));
  }

  function draw() {
    heads.forEach((node, i) =>
      node.setAttribute(
        "aria-sort",
        i !== sorted.column ? "none" : sorted.down ? "descending" : "ascending",
      ),
    );
    const shown = ordered().slice(page * size, (page + 1) * size);
    body.replaceChildren(
      ...shown.map((row) =>
        h(
          "tr",
          {},
          row.map((one, i) =>
            h(
              i === rowHead ? "th" : "td",
              {
                scope: i === rowHead ? "row" : null,
                class: one.type === "raw_number" ? "is-right" : null,
              },
              cell(one, world),
            ),
          ),
        ),
      ),
    );
    const last = Math.ceil(rows.length / size) - 1;
    before.disabled = page === 0;
    after.disabled = page >= last;
    const end = Math.min(rows.length, (page + 1) * size);
    where.textContent = `${page * size + 1}–${end} of ${rows.length}`;
  }

  draw();
  const grid = h(
    "table",
    { class: "grid" },
    h("caption", {}, block.caption),
    h("thead", {}, h("tr", {}, heads)),
    body,
  );
  const pager = rows.length > size && h("div", { class: "pager" }, where, before, after);
  return h("div", { class: "data-table" }, h("div", { class: "table-scroll" }, grid), pager);
}

const isNumeric = (rows, column) => rows.every((row) => row[column]?.type === "raw_number");
