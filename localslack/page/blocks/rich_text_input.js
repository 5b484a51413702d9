// A small editor for rich_text_input: bold, italic, strike, code, links and two kinds of list.

import { h } from "../dom.js";
import { words } from "./text.js";

const TOOLS = [
  ["bold", "Bold", "B"],
  ["italic", "Italic", "I"],
  ["strikeThrough", "Strikethrough", "S"],
  ["insertUnorderedList", "Bulleted list", "•"],
  ["insertOrderedList", "Numbered list", "1."],
];

/** A rich_text_input element. */
export function richTextInput(element, block, form, naming) {
  const editor = h("div", {
    class: "field is-rich",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    tabindex: "0",
    "data-key": `${block.block_id}/${element.action_id}`,
    "data-placeholder": words(element.placeholder, form.world) || null,
    ...naming,
  });
  editor.append(...toDom(form.chosen(block, element)));
  editor.addEventListener("input", () => form.change(block, element, read(editor), { act: false }));
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  return h("div", { class: "rich-input" }, toolbar(editor), editor);
}

function toolbar(editor) {
  const buttons = TOOLS.map(([command, label, sign]) => {
    const node = h(
      "button",
      { type: "button", class: `tool tool-${command}`, "aria-label": label, title: label },
      sign,
    );
    node.addEventListener("pointerdown", (event) => event.preventDefault());
    node.addEventListener("click", () => {
      editor.focus();
      document.execCommand(command, false);
    });
    return node;
  });
  return h("div", { class: "toolbar", role: "group", "aria-label": "Formatting" }, buttons);
}

/** What stands in the editor as a rich_text object, or null if that is nothing. */
export function read(editor) {
  const elements = [];
  let line = [];
  const flush = () => {
    while (line.at(-1)?.text === "\n") line.pop();
    if (line.length) elements.push({ type: "rich_text_section", elements: line });
    line = [];
  };
  for (const node of editor.childNodes) {
    if (node.nodeName === "UL" || node.nodeName === "OL") {
      flush();
      elements.push(listOf(node));
    } else {
      if (node.nodeName === "DIV" && line.length && line.at(-1).text !== "\n")
        line.push({ type: "text", text: "\n" });
      line.push(...leaves(node, {}));
      if (node.nodeName === "DIV") line.push({ type: "text", text: "\n" });
    }
  }
  flush();
  return elements.length ? { type: "rich_text", elements } : null;
}

const listOf = (node) => ({
  type: "rich_text_list",
  style: node.nodeName === "OL" ? "ordered" : "bullet",
  elements: [...node.children].map((item) => ({
    type: "rich_text_section",
    elements: leaves(item, {}),
  })),
});

const STYLES = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  S: "strike",
  STRIKE: "strike",
  DEL: "strike",
  CODE: "code",
};

function leaves(node, style) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (!node.data) return [];
    const text = node.data.replaceAll("\u00a0", " ");
    return [Object.keys(style).length ? { type: "text", text, style } : { type: "text", text }];
  }
  if (node.nodeName === "BR") return [{ type: "text", text: "\n" }];
  const inner = STYLES[node.nodeName] ? { ...style, [STYLES[node.nodeName]]: true } : style;
  return [...node.childNodes].flatMap((child) => leaves(child, inner));
}

const TAGS = { bold: "b", italic: "i", strike: "s", code: "code" };

function toDom(value) {
  return (value?.elements ?? []).map((element) => {
    if (element.type === "rich_text_list") {
      return h(
        element.style === "ordered" ? "ol" : "ul",
        {},
        element.elements.map((item) => h("li", {}, item.elements.map(leafToDom))),
      );
    }
    return h("div", {}, (element.elements ?? []).map(leafToDom));
  });
}

function leafToDom(leaf) {
  let node = document.createTextNode(leaf.text ?? leaf.url ?? leaf.name ?? "");
  for (const name of Object.keys(leaf.style ?? {})) if (TAGS[name]) node = h(TAGS[name], {}, node);
  return node;
}
