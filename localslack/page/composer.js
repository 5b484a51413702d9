// Where people write: Enter sends, Shift+Enter breaks the line, "/" asks an app.

import { tried } from "./actions.js";
import { act, upload } from "./api.js";
import { shortcutsOf } from "./shortcuts.js";
import { suggestions } from "./completion.js";
import { freshId, h, placeBeside } from "./dom.js";
import { icon } from "./icons.js";
import { withMenu } from "./menu.js";
import { pickEmoji } from "./reactions.js";
import { steps } from "./steps.js";
import { emoji } from "./emoji.js";
import { tell } from "./store.js";
import { toast } from "./toasts.js";

const drafts = new Map();

/** A composer for a conversation, or (with `thread`) for a thread in it. */
export function composer({ channel, thread = null, label }) {
  const key = `${channel} ${thread ?? ""}`;
  const id = freshId("suggestions");
  const input = h("textarea", {
    rows: 1,
    class: "composer-text",
    placeholder: label,
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-controls": id,
    value: drafts.get(key) ?? "",
  });
  const list = h("div", {
    id,
    class: "listbox suggestions",
    role: "listbox",
    popover: "manual",
    "aria-label": "Suggestions",
  });
  const sendButton = h(
    "button",
    { type: "button", class: "icon-button send", "aria-label": "Send" },
    icon("send"),
  );
  const box = h(
    "div",
    { class: "composer" },
    input,
    list,
    h(
      "div",
      { class: "composer-bar" },
      attach(channel),
      smiley(input, refresh),
      slash(input, thread),
      offered().length ? bolt() : null,
      h("span", { class: "composer-hint" }, "Shift + Enter for a new line"),
      sendButton,
    ),
  );
  const popup = suggesting(input, list, box, Boolean(thread));

  function refresh() {
    drafts.set(key, input.value);
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, 220)}px`;
    sendButton.disabled = !input.value.trim();
    popup.update();
  }

  async function submit() {
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    refresh();
    tell("sent", { thread });
    const sent = await send(text, channel, thread, box);
    if (!sent && !input.value) {
      input.value = text;
      refresh();
    }
  }

  input.addEventListener("input", refresh);
  input.addEventListener("keydown", (event) => {
    if (popup.took(event)) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  sendButton.addEventListener("click", submit);
  box.fill = (text) => {
    input.value = text;
    refresh();
    input.focus();
    input.setSelectionRange(text.length, text.length);
  };
  box.focusInput = () => input.focus();
  requestAnimationFrame(refresh);
  return box;
}

/** Send what was typed; false if it should stay in the box. */
async function send(text, channel, thread, box) {
  if (!text.startsWith("/"))
    return tried(() => act("say", { channel, text, ...(thread ? { thread_ts: thread } : {}) }));
  const name = text.split(/\s/, 1)[0];
  if (thread) {
    toast(`${name} is not supported in threads. Sorry!`, "error");
    return false;
  }
  box.setAttribute("aria-busy", "true");
  const answer = await tried(() => act("command", { channel, text: text.trim() }));
  box.removeAttribute("aria-busy");
  return answer && answer.error !== "invalid_command";
}

function attach(channel) {
  const file = h("input", {
    type: "file",
    class: "sr-only",
    tabindex: "-1",
    "aria-hidden": "true",
  });
  const button = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Attach a file",
      onclick: () => file.click(),
    },
    icon("clip"),
  );
  file.addEventListener("change", async () => {
    for (const one of file.files) await tried(() => upload(one, channel));
    file.value = "";
  });
  return h("span", {}, button, file);
}

function smiley(input, refresh) {
  const button = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Emoji" },
    icon("smile"),
  );
  button.addEventListener("click", () =>
    pickEmoji(button, (name) => {
      input.setRangeText(emoji(name), input.selectionStart, input.selectionEnd, "end");
      refresh();
      input.focus();
    }),
  );
  return button;
}

function slash(input, thread) {
  if (thread) return null;
  const start = () => {
    if (!input.value) input.value = "/";
    input.focus();
    input.dispatchEvent(new Event("input"));
  };
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Run a command",
      title: "Commands",
      onclick: start,
    },
    h("b", { "aria-hidden": "true" }, "/"),
  );
}

const offered = () => [...shortcutsOf("global"), ...steps()];

function bolt() {
  const button = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Run a shortcut", title: "Shortcuts" },
    icon("bolt"),
  );
  return withMenu(button, offered, { label: "Shortcuts" });
}

// The list of suggestions, and the keys it takes from the composer while it is open.
function suggesting(input, list, anchor, isThread) {
  let current = null;
  let active = 0;

  function update() {
    current =
      document.activeElement === input
        ? suggestions(input.value, input.selectionStart, { isThread })
        : null;
    if (!current) return close();
    active = 0;
    list.replaceChildren(...current.items.map(row));
    if (!list.matches(":popover-open")) list.showPopover();
    list.style.minWidth = `${Math.min(anchor.offsetWidth, 420)}px`;
    placeBeside(list, anchor, { prefer: "above" });
    return mark();
  }

  function close() {
    current = null;
    if (list.matches(":popover-open")) list.hidePopover();
    input.removeAttribute("aria-activedescendant");
  }

  function row(item) {
    const node = h(
      "div",
      { id: freshId("suggestion"), role: "option", class: "option" },
      item.nodes ?? h("span", { class: "option-label" }, item.label),
      item.detail && h("span", { class: "option-detail" }, item.detail),
    );
    node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(item);
    });
    return node;
  }

  function mark() {
    [...list.children].forEach((node, i) => {
      node.classList.toggle("is-active", i === active);
      node.setAttribute("aria-selected", String(i === active));
    });
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function take(item) {
    input.setRangeText(item.insert, current.from, current.to, "end");
    close();
    input.dispatchEvent(new Event("input"));
  }

  function took(event) {
    if (!current) return false;
    const { items } = current;
    if (event.key === "ArrowDown") active = (active + 1) % items.length;
    else if (event.key === "ArrowUp") active = (active - 1 + items.length) % items.length;
    else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey)) {
      // Enter on a command that is already typed out runs it.
      if (event.key === "Enter" && items[active].insert.trim() === input.value) {
        close();
        return false;
      }
      take(items[active]);
    } else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    if (current) mark();
    return true;
  }

  input.addEventListener("blur", close);
  input.addEventListener("click", update);
  return { update, took };
}
