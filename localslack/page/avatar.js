// A person's picture, or their initials on their colour.

import { h, svg } from "./dom.js";

const COLOURS = [
  "#2b6cb0",
  "#9b2c6f",
  "#2f7d54",
  "#b0532b",
  "#6b46c1",
  "#0f766e",
  "#a13d3d",
  "#54626f",
];

function colourOf(person) {
  if (/^#?[0-9a-f]{6}$/i.test(person?.color ?? "")) return `#${person.color.replace("#", "")}`;
  const sum = [...(person?.id ?? "?")].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  return COLOURS[sum % COLOURS.length];
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const firstOf = (word) => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? "";

/** What a person would write for short; where there is little room, one letter of it. */
const initialsOf = (person, most) =>
  (person?.real_name || person?.name || "?")
    .trim()
    .split(/\s+/)
    .slice(0, most)
    .map((word) => firstOf(word).toUpperCase())
    .join("");

/** The picture, `size` pixels wide; it says nothing: the name stands beside it. */
export function avatar(person, size = 36) {
  if (person?.sign) return signed(person.sign, size);
  // What the local Slack draws for everybody is initials too; these are sharper at any size.
  if (person?.image && !person.image.startsWith("/files/pictures/")) {
    const node = h("img", {
      class: "avatar",
      src: person.image,
      alt: "",
      width: size,
      height: size,
      loading: "lazy",
    });
    node.addEventListener("error", () => node.replaceWith(drawn(person, size)), { once: true });
    return node;
  }
  return drawn(person, size);
}

/** The emoji that a bot chose for one message. */
const signed = (sign, size) =>
  svg(
    "svg",
    { class: "avatar", viewBox: "0 0 36 36", width: size, height: size, "aria-hidden": "true" },
    svg("text", { x: 18, y: 26, "text-anchor": "middle", "font-size": 24 }, sign),
  );

function drawn(person, size) {
  const isSmall = size < 24;
  return svg(
    "svg",
    { class: "avatar", viewBox: "0 0 36 36", width: size, height: size, "aria-hidden": "true" },
    svg("rect", { width: 36, height: 36, rx: 8, fill: colourOf(person) }),
    // A little darker, so that white letters can be read on every colour.
    svg("rect", { width: 36, height: 36, rx: 8, fill: "#000", "fill-opacity": 0.16 }),
    person?.is_bot
      ? robot()
      : svg(
          "text",
          {
            x: 18,
            y: isSmall ? 25 : 23.5,
            "text-anchor": "middle",
            "font-size": isSmall ? 19 : 15,
            "font-weight": 700,
            fill: "#fff",
          },
          initialsOf(person, isSmall ? 1 : 2),
        ),
  );
}

const robot = () =>
  svg(
    "g",
    { fill: "none", stroke: "#fff", "stroke-width": 2.2, "stroke-linecap": "round" },
    svg("rect", { x: 9, y: 13, width: 18, height: 13, rx: 4 }),
    svg("path", { d: "M18 13V8M14.5 19v.01M21.5 19v.01M6 18v4M30 18v4" }),
    svg("circle", { cx: 18, cy: 7.5, r: 1.2 }),
  );
