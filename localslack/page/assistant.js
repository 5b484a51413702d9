// Chats with an app that is an assistant: how one begins, what it is at, what one could say.

import { tried } from "./actions.js";
import { act } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { state, tell } from "./store.js";

/** The button in an assistant's conversation that opens a new chat. */
export function newChat(app) {
  const open = async () => {
    const answer = await tried(() => act("assistant/start", { app_id: app.app_id }));
    if (answer) tell("go", { channel: answer.message.channel, thread: answer.message.ts });
  };
  return h(
    "button",
    { type: "button", class: "button new-chat", onclick: open },
    icon("plus"),
    "New chat",
  );
}

/** What stands between a chat's messages and the box: a status and things to say. */
export class Chat {
  constructor(channel, ts) {
    Object.assign(this, { channel, ts });
    this.node = h("div", { class: "chat-notes", role: "status" });
  }

  show(assistant) {
    const { status = "", prompts = [], prompts_title: title } = assistant ?? {};
    const app = state.apps.find(({ app_id: id }) => id === assistant?.app_id);
    const say = (text) => tried(() => act("say", { channel: this.channel, text, thread_ts: this.ts }));
    this.node.replaceChildren(
      status ? h("p", { class: "faint" }, `${app?.name ?? "The app"} ${status}`) : "",
      prompts.length && title ? h("p", { class: "faint" }, title) : "",
      ...prompts.map((prompt) =>
        h(
          "button",
          { type: "button", class: "button prompt", onclick: () => say(prompt.message) },
          prompt.title,
        ),
      ),
    );
  }
}
