// The page's signs, drawn as strokes in the colour of the text beside them.

import { svg } from "./dom.js";

const PATHS = {
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6l6 6",
  next: "M8 4l6 6l-6 6",
  down: "M5 8l5 5l5-5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  hash: "M8 3L6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14",
  lock: "M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3",
  people:
    "M7.5 9a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM2 17c0-3 2-5 5.5-5s5.5 2 5.5 5M13 3.5a3 3 0 0 1 0 5.2M15 12.4c2 .7 3 2.3 3 4.6",
  thread: "M3 4h14v9H9l-4 4v-4H3z",
  smile: "M10 18a8 8 0 1 0 0-16a8 8 0 0 0 0 16zM7 8v.01M13 8v.01M6.5 12c1.6 2.6 5.4 2.6 7 0",
  bolt: "M11 2L4 11.5h5L8 18l8-10h-5.5z",
  send: "M3 4l14 6l-14 6l2-6zM5 10h6",
  clip: "M14 6l-6.5 6.5a1.8 1.8 0 0 0 2.6 2.6L16 9.2a3.6 3.6 0 0 0-5.1-5.1L4.6 10.5",
  clock: "M10 18a8 8 0 1 0 0-16a8 8 0 0 0 0 16zM10 5.5V10l3 2",
  inspect: "M3 4h14v12H3zM3 8h14M6 11.5h4M6 13.5h7",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
  moon: "M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9z",
  eye: "M2 10s3-5.5 8-5.5s8 5.5 8 5.5s-3 5.5-8 5.5s-8-5.5-8-5.5zM10 12.3a2.3 2.3 0 1 0 0-4.6a2.3 2.3 0 0 0 0 4.6z",
  plus: "M10 4v12M4 10h12",
  check: "M4 10.5l4 4l8-9",
  warning: "M10 3l8 14H2zM10 8v4M10 14.5v.01",
  info: "M10 18a8 8 0 1 0 0-16a8 8 0 0 0 0 16zM10 9v5M10 6v.01",
  file: "M5 2h7l4 4v12H5zM12 2v4h4",
  up: "M7 9.5V17H4V9.5zM7 9.5L10 3c1.5 0 2 1 2 2.5L11.5 8H16l-1.2 8.2L13.5 17H7",
  thumbdown: "M7 10.5V3H4v7.5zM7 10.5L10 17c1.5 0 2-1 2-2.5L11.5 12H16l-1.2-8.2L13.5 3H7",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11",
  search: "M9 15a6 6 0 1 0 0-12a6 6 0 0 0 0 12zM13.5 13.5L17.5 17.5",
  apps: "M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h5v5h-5z",
};

/** A sign of 20 × 20; it never speaks: its button has the label. */
export const icon = (name) =>
  svg(
    "svg",
    {
      viewBox: "0 0 20 20",
      class: "icon",
      "aria-hidden": "true",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": name === "more" ? 2.6 : 1.6,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg("path", { d: PATHS[name] }),
  );
