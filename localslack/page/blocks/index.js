// Every block of Block Kit, by its type.

import { chart } from "../charts/chart.js";
import { freshId, h } from "../dom.js";
import { icon } from "../icons.js";
import { markdown } from "../markdown.js";
import { note } from "../notes.js";
import { button, feedback, iconButton } from "./button.js";
import { card, carousel } from "./card.js";
import { checkboxes, radioButtons } from "./choice.js";
import { field, fileInput } from "./field.js";
import { file, image, picture, video } from "./media.js";
import { overflow } from "./overflow.js";
import { picker } from "./picker.js";
import { call, plan, task } from "./plan.js";
import { richText } from "./rich_text.js";
import { richTextInput } from "./rich_text_input.js";
import { select } from "./select.js";
import { dataTable, table } from "./table.js";
import { text, words } from "./text.js";

const BLOCKS = {
  section,
  actions,
  input,
  context,
  header: (block, { world }) =>
    h("div", { role: "heading", "aria-level": "3", class: "header" }, text(block.text, world)),
  divider: () => h("hr", { class: "divider" }),
  image: (block, { world }) => image(block, world),
  rich_text: (block, { world }) => richText(block, world),
  markdown: (block, { world }) => h("div", { class: "markdown" }, markdown(block.text, world)),
  table: (block, { world }) => table(block, world),
  data_table: (block, { world }) => dataTable(block, world),
  data_visualization: (block) => chart(block),
  alert,
  card,
  carousel,
  container,
  context_actions: contextActions,
  task_card: (block, { world }) => task(block, world),
  plan: (block, { world }) => plan(block, world),
  call,
  video: (block, { world }) => video(block, world),
  file: (block, { world }) => file(block.file ?? { title: block.external_id }, world),
};

const ELEMENTS = {
  button,
  workflow_button: button,
  overflow,
  feedback_buttons: feedback,
  icon_button: iconButton,
  radio_buttons: radioButtons,
  checkboxes,
  datepicker: picker,
  timepicker: picker,
  datetimepicker: picker,
  plain_text_input: field,
  number_input: field,
  email_text_input: field,
  url_text_input: field,
  rich_text_input: richTextInput,
  file_input: fileInput,
  image: (element, _block, { world }) => picture(element, world, "accessory-image"),
};
for (const kind of ["static", "external", "users", "conversations", "channels"]) {
  ELEMENTS[`${kind}_select`] = select;
  ELEMENTS[`multi_${kind}_select`] = select;
}

/** Draw a list of blocks; a kind that is unknown leaves a note. */
export function drawBlocks(blocks, form) {
  return h(
    "div",
    { class: `blocks on-${form.surface}` },
    (blocks ?? []).map((block) => drawBlock(block, form)),
  );
}

function drawBlock(block, form) {
  const make = BLOCKS[block.type];
  const inner = make ? make(block, form) : cannot();
  const about = { class: `block block-${block.type}`, "data-block": block.block_id };
  return h("div", about, inner, make && note(block.type));
}

const cannot = () => h("p", { class: "cannot" }, "This block can't be displayed here.");

function drawElement(element, block, form, naming = {}) {
  const make = ELEMENTS[element?.type];
  return make ? make(element, block, form, naming) : cannot();
}

function section(block, form) {
  const { world } = form;
  const id = freshId("text");
  const body = h(
    "div",
    { class: "section-body" },
    block.text && h("div", { id, class: "text" }, text(block.text, world)),
    block.fields &&
      h(
        "div",
        { class: "fields" },
        block.fields.map((one) => h("div", { class: "text" }, text(one, world))),
      ),
  );
  if (!block.accessory) return body;
  const named =
    block.text && block.accessory.type !== "button"
      ? { "aria-labelledby": id }
      : naming(block.accessory, form);
  const wide = /radio|checkbox/.test(block.accessory.type) ? " is-wide" : "";
  return h(
    "div",
    { class: `section has-accessory${wide}` },
    body,
    h("div", { class: "accessory" }, drawElement(block.accessory, block, form, named)),
  );
}

function actions(block, form) {
  return h(
    "div",
    { class: "actions" },
    block.elements.map((element) => drawElement(element, block, form, naming(element, form))),
  );
}

const NAMES = [
  [/radio|checkbox/, "Choices"],
  [/rich_text|plain_text/, "Text"],
  [/number/, "Number"],
  [/email/, "Email"],
  [/url/, "Address"],
  [/file/, "Files"],
];

/** An element without a label of its own is called by its placeholder, or by what it is. */
function naming(element, { world }) {
  const kind = NAMES.find(([pattern]) => pattern.test(element?.type))?.[1];
  const name = words(element?.placeholder, world) || kind;
  return name && !/button|overflow|image/.test(element.type.replace("radio_buttons", ""))
    ? { "aria-label": name }
    : {};
}

const GROUPS = /radio|checkbox|rich_text|file/;

function input(block, form) {
  const { world } = form;
  const { element } = block;
  const [label, hint, error] = [freshId("label"), freshId("hint"), freshId("error")];
  const sentence = form.errors[block.block_id];
  const drawn = drawElement(element, block, form, {
    "aria-labelledby": label,
    "aria-describedby": [block.hint && hint, error].filter(Boolean).join(" "),
    "aria-required":
      GROUPS.test(element.type) && element.type !== "radio_buttons"
        ? null
        : block.optional
          ? null
          : "true",
    "aria-invalid": sentence ? "true" : null,
  });
  const focusable = drawn.matches?.("input, textarea")
    ? drawn
    : drawn.querySelector("input, textarea, [contenteditable]");
  const caption = h(
    "div",
    { class: "label", id: label },
    text(block.label, world),
    block.optional && h("span", { class: "faint" }, " (optional)"),
  );
  caption.addEventListener("click", () => focusable?.focus());
  return h(
    "div",
    { class: `input${sentence ? " has-error" : ""}` },
    caption,
    drawn,
    block.hint && h("div", { id: hint, class: "hint" }, text(block.hint, world)),
    h("div", { id: error, class: "error-line" }, sentence && [icon("warning"), sentence]),
  );
}

function context(block, { world }) {
  const one = (element) =>
    element.type === "image"
      ? picture(element, world, "context-image")
      : h("span", { class: "text" }, text(element, world));
  return h("div", { class: "context" }, block.elements.map(one));
}

const ALERTS = {
  default: "info",
  info: "info",
  success: "check",
  warning: "warning",
  error: "warning",
};

function alert(block, { world }) {
  const level = block.level ?? "default";
  const role = level === "error" || level === "warning" ? "alert" : "note";
  return h(
    "div",
    { class: `alert is-${level}`, role },
    icon(ALERTS[level] ?? "info"),
    h("div", { class: "text" }, text(block.text, world)),
  );
}

function container(block, form) {
  const { world } = form;
  const children = h(
    "div",
    { class: "container-body" },
    (block.child_blocks ?? []).map((child) => drawBlock(child, form)),
  );
  const title = h(
    "span",
    { class: "container-title" },
    block.rich_text_title ? richText(block.rich_text_title, world) : text(block.title, world),
  );
  const head = [
    block.icon && picture(block.icon, world, "card-icon"),
    h(
      "span",
      {},
      title,
      block.subtitle &&
        h("span", { class: "faint container-subtitle" }, text(block.subtitle, world)),
    ),
  ];
  const width = `is-${block.width ?? "standard"}`;
  if (block.is_collapsible) {
    return h(
      "details",
      { class: `container ${width}`, open: !block.default_collapsed },
      h("summary", {}, head),
      children,
    );
  }
  return h(
    "section",
    { class: `container ${width}` },
    h("div", { class: "container-head" }, head),
    children,
  );
}

function contextActions(block, form) {
  return h(
    "div",
    { class: "context-actions" },
    block.elements.map((element) => drawElement(element, block, form)),
  );
}
