// What people type or attach: text, number, email, address, file.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { words } from "./text.js";

const KINDS = {
  plain_text_input: { type: "text" },
  number_input: { type: "text", inputmode: "decimal" },
  email_text_input: { type: "email", placeholder: "name@example.com", autocomplete: "off" },
  url_text_input: { type: "url", placeholder: "https://example.com", autocomplete: "off" },
};

/** A plain_text_input, number_input, email_text_input or url_text_input. */
export function field(element, block, form, naming) {
  const kind = KINDS[element.type];
  const multiline = element.type === "plain_text_input" && element.multiline;
  const input = h(multiline ? "textarea" : "input", {
    ...(multiline ? { rows: 4 } : kind),
    class: "field",
    "data-key": `${block.block_id}/${element.action_id}`,
    ...naming,
    placeholder: words(element.placeholder, form.world) || kind.placeholder || null,
    value: form.chosen(block, element) ?? "",
    maxlength: element.max_length,
  });
  const triggers = block.dispatch_action
    ? (element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"])
    : [];
  const keep = (act) =>
    form.change(block, element, input.value === "" ? null : input.value, { act });
  let timer = null;
  input.addEventListener("input", () => {
    keep(false);
    clearTimeout(timer);
    if (triggers.includes("on_character_entered")) timer = setTimeout(() => keep(true), 300);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || (multiline && event.shiftKey)) return;
    if (!triggers.includes("on_enter_pressed")) return;
    event.preventDefault();
    keep(true);
  });
  if (!element.max_length) return input;
  return h("div", { class: "counted" }, input, counter(input, element.max_length));
}

function counter(input, most) {
  const node = h("span", { class: "counter", "aria-hidden": "true" });
  const refresh = () => {
    const left = most - input.value.length;
    node.textContent = String(left);
    node.hidden = left > Math.max(20, most / 5);
  };
  input.addEventListener("input", refresh);
  refresh();
  return node;
}

/** A file_input: files go up as soon as they are chosen. */
export function fileInput(element, block, form, naming) {
  const types = element.filetypes?.map((type) => `.${type}`).join(",");
  const most = element.max_files ?? 10;
  const input = h("input", {
    type: "file",
    class: "field is-file",
    multiple: most > 1,
    accept: types,
    "data-key": `${block.block_id}/${element.action_id}`,
    ...naming,
  });
  const shown = h("ul", { class: "file-list" });
  const refresh = () =>
    shown.replaceChildren(...(form.chosen(block, element) ?? []).map((file) => row(file)));
  const row = (file) => {
    const name = file.name ?? file.title ?? file.id;
    const cross = h(
      "button",
      { type: "button", class: "chip-remove", "aria-label": `Remove ${name}` },
      icon("close"),
    );
    cross.addEventListener("click", async () => {
      await form.change(
        block,
        element,
        form.chosen(block, element).filter((other) => other !== file),
      );
      refresh();
    });
    return h("li", { class: "chip" }, icon("file"), name, cross);
  };
  input.addEventListener("change", async () => {
    input.setAttribute("aria-busy", "true");
    const sent = [];
    for (const file of input.files) sent.push(await form.upload(file));
    input.removeAttribute("aria-busy");
    input.value = "";
    await form.change(
      block,
      element,
      [...(form.chosen(block, element) ?? []), ...sent.filter(Boolean)].slice(0, most),
    );
    refresh();
  });
  refresh();
  return h("div", { class: "file-input" }, input, shown);
}
