// The panel at the side: a thread, or the inspector.

import { Chat } from "./assistant.js";
import { composer } from "./composer.js";
import { Thread } from "./conversation.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Inspector } from "./inspector.js";
import { MessageList } from "./messages.js";
import { conversation, state, tell } from "./store.js";

/** The side panel of the page. */
export class Panel {
  constructor(node) {
    Object.assign(this, { node, thread: null, inspector: new Inspector(), shows: null });
    Object.assign(this, { list: null, chat: null, opened: null });
  }

  frame(title, subtitle, onclose, body) {
    const shut = h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": `Close ${title.toLowerCase()}`,
        onclick: onclose,
      },
      icon("close"),
    );
    this.node.setAttribute("aria-label", title);
    this.node.replaceChildren(
      h(
        "header",
        { class: "panel-head" },
        h("h2", {}, title, subtitle && h("span", { class: "faint" }, ` ${subtitle}`)),
        shut,
      ),
      ...body,
    );
    this.node.hidden = false;
    document.body.classList.add("has-panel");
  }

  /** True if this thread is there, or on its way. */
  holds(channel, ts) {
    return this.shows === "thread" && this.thread.id === channel && this.thread.root === ts;
  }

  /** Open a thread, once. While it is read one may go elsewhere: then that is what is shown. */
  openThread(channel, ts) {
    if (!this.holds(channel, ts)) this.opened = this.readThread(channel, ts);
    return this.opened;
  }

  async readThread(channel, ts) {
    this.inspector.close();
    const thread = new Thread(channel, ts);
    Object.assign(this, { thread, shows: "thread", list: null, chat: null });
    try {
      await thread.load();
    } catch (problem) {
      if (this.thread === thread) this.close();
      throw problem;
    }
    if (this.thread === thread) this.drawThread(channel, ts);
  }

  drawThread(channel, ts) {
    const about = conversation(channel);
    this.list = new MessageList({ conversation: this.thread, label: "Thread", thread: true });
    this.chat = new Chat(channel, ts);
    this.chat.show(this.thread.assistant);
    const writer = composer({ channel, thread: ts, label: "Reply…" });
    const name = about?.kind === "channel" ? `#${about.name}` : about?.name;
    const canWrite = about?.kind !== "channel" || about.is_member;
    this.frame("Thread", name, () => tell("go", { channel }), [
      this.list.node,
      this.chat.node,
      canWrite ? h("div", { class: "composer-place" }, writer) : "",
    ]);
    this.list.start();
  }

  /** Into the thread: where one writes, or to the way back. */
  focus({ onWayBack }) {
    const [box, back] = ["textarea", ".panel-head .icon-button"].map((one) =>
      this.node.querySelector(one),
    );
    (onWayBack ? back : (box ?? back))?.focus();
  }

  async openInspector() {
    Object.assign(this, { thread: null, list: null, chat: null, shows: "inspector" });
    this.frame("Inspector", "between bot and Slack", () => this.close(), [
      this.inspector.node,
    ]);
    await this.inspector.open();
    this.inspector.filter.focus();
  }

  close() {
    const wasInspector = this.shows === "inspector";
    Object.assign(this, { thread: null, list: null, chat: null, shows: null });
    this.inspector.close();
    this.node.hidden = true;
    this.node.replaceChildren();
    document.body.classList.remove("has-panel");
    tell("panel-closed", { wasInspector });
  }

  async resync() {
    const { thread, list, chat } = this;
    if (!list) return; // none, or one that is being read
    await thread.load();
    chat.show(thread.assistant);
    list.redraw();
  }

  /** Something happened to a message that may stand in the open thread. */
  heard(kind, channel, { message, ts }) {
    if (!this.thread || channel !== this.thread.id) return;
    if (kind.endsWith("deleted")) this.thread.drop(ts ?? message?.ts);
    else if (this.thread.holds(message)) this.thread.put(message);
    else return;
    this.list?.changed(); // not there yet while the thread is being read
  }

  /** An assistant shows something else beside its chat. */
  heardOfChat({ channel, assistant }) {
    if (channel === this.thread?.id && assistant.thread_ts === this.thread.root)
      this.chat?.show(assistant);
  }

  redraw() {
    if (state.me) this.list?.redraw();
  }
}
