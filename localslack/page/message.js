// One message: who, when, what, and what people made of it.

import { messageForm, tried } from "./actions.js";
import { act } from "./api.js";
import { attachment } from "./attachment.js";
import { avatar } from "./avatar.js";
import { drawBlocks } from "./blocks/index.js";
import { file } from "./blocks/media.js";
import { words } from "./blocks/text.js";
import { h } from "./dom.js";
import { actionsOn } from "./editing.js";
import { emoji, withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { withMenu } from "./menu.js";
import { asText, emojiNode, mrkdwn } from "./mrkdwn.js";
import { note } from "./notes.js";
import { pickEmoji } from "./reactions.js";
import { statusOf } from "./status.js";
import { now, state, tell, world, zone } from "./store.js";
import { ago, fullStamp, timeOf } from "./dates.js";

/** The person or bot who wrote a message. */
export function author(message) {
  const person =
    state.people.get(message.user) ??
    [...state.people.values()].find((one) => one.bot_id && one.bot_id === message.bot_id);
  const name = message.username || person?.real_name || person?.name || message.user || "Somebody";
  const isApp = Boolean(message.bot_id || message.app_id || person?.is_bot);
  const { emoji: sign, ...icons } = message.icons ?? {};
  const image = icons.image_48 ?? icons.image_64 ?? icons.image_72;
  return {
    id: message.user,
    ...person,
    real_name: name,
    is_bot: isApp,
    image: image ?? (message.username ? null : person?.image),
    sign: sign && emoji(sign.replaceAll(":", "")),
    isApp,
  };
}

const SAID = new Set(["bot_message", "file_share"]);

/** True if a message may stand under the one before it without its own name. */
export function isGrouped(message, before) {
  if (!before || before.user !== message.user || before.username !== message.username) return false;
  if (before.is_ephemeral || message.is_ephemeral) return false;
  const said = (one) => !one.subtype || SAID.has(one.subtype);
  return said(message) && said(before) && Number(message.ts) - Number(before.ts) < 300;
}

/**
 * One article. `grouped` leaves out name and picture; `thread` is true inside the thread's panel.
 */
export function drawMessage(message, { grouped = false, thread = false } = {}) {
  const who = author(message);
  const at = Number(message.ts);
  const classes = [
    "message",
    grouped && "is-grouped",
    message.is_ephemeral && "is-ephemeral",
    isNotice(message) && "is-notice",
  ];
  const stamp = h(
    "time",
    { class: "stamp", datetime: new Date(at * 1000).toISOString(), title: fullStamp(at, zone()) },
    grouped ? timeOf(at, zone()).replace(/\s?[AP]M$/, "") : timeOf(at, zone()),
  );
  const node = h(
    "article",
    {
      class: classes.filter(Boolean).join(" "),
      tabindex: "-1",
      dataset: { ts: message.ts },
      "aria-label": [
        who.real_name,
        timeOf(at, zone()),
        message.is_ephemeral && "only visible to you",
      ]
        .filter(Boolean)
        .join(", "),
    },
    h("div", { class: "gutter" }, grouped ? stamp : avatar(who)),
    h(
      "div",
      { class: "message-main" },
      message.is_ephemeral &&
        h("div", { class: "only-you" }, icon("eye"), "Only visible to you", note("ephemeral")),
      !grouped &&
        h(
          "div",
          { class: "byline" },
          h(
            "button",
            { type: "button", class: "author", onclick: () => world.openPerson(message.user) },
            who.real_name,
          ),
          who.isApp && h("span", { class: "badge" }, "APP"),
          who.status_emoji && statusOf(who),
          stamp,
        ),
      content(message),
      reactions(message),
      !thread && replies(message),
    ),
  );
  whenReached(node, () => tools(message, thread));
  return node;
}

/** Draw a part of it when somebody comes to it, for most messages are only scrolled past. */
function whenReached(node, make) {
  let isThere = false;
  const add = () => {
    if (!isThere) node.append(make() ?? "");
    isThere = true;
  };
  for (const event of ["pointerenter", "focusin"]) node.addEventListener(event, add, { once: true });
}

const NOTICES = new Set([
  "channel_join",
  "channel_leave",
  "group_join",
  "group_leave",
  "channel_topic",
  "channel_purpose",
  "channel_name",
  "channel_archive",
  "channel_unarchive",
  "bot_add",
]);
const isNotice = ({ subtype }) => NOTICES.has(subtype);

/** A few emoji and nothing else are drawn large. */
const isOnlyEmoji = (text) => /^(?:\p{RGI_Emoji}|\s){1,23}$/v.test(withEmoji(text ?? "").trim());

function content(message) {
  const edited = message.edited && h("span", { class: "edited" }, " (edited)");
  const form = message.blocks?.length || message.attachments?.length ? messageForm(message) : null;
  form?.take([
    ...(message.blocks ?? []),
    ...(message.attachments ?? []).flatMap(({ blocks }) => blocks ?? []),
  ]);
  const body = message.blocks?.length
    ? drawBlocks(message.blocks, form)
    : h(
        "div",
        { class: `text${isOnlyEmoji(message.text) ? " is-jumbo" : ""}` },
        message.mrkdwn === false ? message.text : mrkdwn(message.text, world),
        edited,
      );
  return [
    body,
    (message.attachments ?? []).map((one) => attachment(one, form)),
    (message.files ?? []).map((one) => file(one, world)),
  ];
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  const pills = message.reactions.map(({ name, users, count }) => {
    const own = users.includes(state.me.id);
    const who = users
      .map((id) => (id === state.me.id ? "you" : (state.people.get(id)?.real_name ?? id)))
      .join(", ");
    return h(
      "button",
      {
        type: "button",
        class: `reaction${own ? " is-own" : ""}`,
        "aria-pressed": String(own),
        "aria-label": `${name.replaceAll("_", " ")}, ${count}: ${who}`,
        title: `${who} reacted with :${name}:`,
        onclick: () => react(message, name),
      },
      emoji(name) ? emojiNode(name) : `:${name}:`,
      h("span", {}, String(count ?? users.length)),
    );
  });
  return h("div", { class: "reactions" }, pills);
}

const react = (message, name) =>
  tried(() => act("react", { channel: message.channel, ts: message.ts, name }));

function replies(message) {
  const count = message.reply_count;
  if (!count) return null;
  const faces = (message.reply_users ?? [])
    .slice(0, 4)
    .map((id) => avatar(state.people.get(id), 22));
  const open = () =>
    tell("go", { channel: message.channel, thread: message.thread_ts ?? message.ts });
  return h(
    "button",
    { type: "button", class: "replies", onclick: open },
    h("span", { class: "faces" }, faces),
    h("b", {}, `${count} ${count === 1 ? "reply" : "replies"}`),
    message.latest_reply &&
      h(
        "span",
        { class: "faint" },
        ` Last reply ${ago(Math.min(Number(message.latest_reply), now()), now()).replace(/^now$/, "just now")}`,
      ),
  );
}

function tools(message, thread) {
  if (message.is_ephemeral || isNotice(message)) return null;
  const reactTool = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Add a reaction" },
    icon("smile"),
  );
  reactTool.addEventListener("click", () => pickEmoji(reactTool, (name) => react(message, name)));
  const replyTool =
    !thread &&
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": "Reply in a thread",
        onclick: () =>
          tell("go", { channel: message.channel, thread: message.thread_ts ?? message.ts }),
      },
      icon("thread"),
    );
  const more = h(
    "button",
    { type: "button", class: "icon-button", "aria-label": "More actions" },
    icon("more"),
  );
  return h(
    "div",
    { class: "tools", role: "group", "aria-label": "Message actions" },
    reactTool,
    replyTool,
    withMenu(more, () => actionsOn(message), { align: "end", label: "More actions" }),
  );
}

/** A message in one line, for announcements and lists. */
export function inOneLine(message) {
  const heads = (message.blocks ?? [])
    .map((block) => words(block.text ?? block.title, world))
    .filter(Boolean);
  return asText(message.text, world) || heads.join(" ") || (message.files?.length ? "a file" : "");
}
