// The middle of the page: one conversation with its head, its messages and its composer.

import { tried } from "./actions.js";
import { newChat } from "./assistant.js";
import { act } from "./api.js";
import { avatar } from "./avatar.js";
import { composer } from "./composer.js";
import { Conversation, isInChannel } from "./conversation.js";
import { focusedKey, h, withKey } from "./dom.js";
import { aboutTab, HomeTab } from "./home.js";
import { icon } from "./icons.js";
import { showMembers } from "./members.js";
import { MessageList } from "./messages.js";
import { mrkdwn } from "./mrkdwn.js";
import { join, topicOf } from "./sidebar.js";
import { conversation, hasTab, state, tell, world } from "./store.js";

const TABS = [
  ["home", "Home"],
  ["messages", "Messages"],
  ["about", "About"],
];

/** One open conversation. */
export class ConversationView {
  constructor(id, tab) {
    Object.assign(this, { id, tab, about: conversation(id), home: null, list: null });
    this.data = new Conversation(id);
    this.body = h("div", { class: "view-body" });
    this.heading = h("header", { class: "view-head" });
    this.node = h("div", { class: "view" }, this.heading, this.body);
  }

  get isMessages() {
    return this.tab === "messages";
  }

  async open() {
    this.drawHead();
    if (this.tab === "home") return this.openHome();
    if (this.tab === "about") return this.body.replaceChildren(aboutTab(this.about.app));
    await this.data.load();
    this.list = new MessageList({
      conversation: this.data,
      label: `Messages in ${this.title}`,
      intro: this.intro(),
      onBottom: (message) => this.markRead(message),
    });
    this.composer = this.footer();
    this.body.replaceChildren(this.list.node, this.composer);
    this.unread = state.unread[this.id] ?? 0;
    this.list.start(this.unread ? (state.read[this.id] ?? null) : null);
    // The bot hears that its messages tab was opened.
    if (this.about.kind === "app")
      act("dm/open", { user: this.about.app.bot_user_id }).catch(() => {});
    return undefined;
  }

  openHome() {
    this.home = new HomeTab(this.about.app);
    this.body.replaceChildren(this.home.node);
    return this.home.open();
  }

  /** Read the messages again after a gap in the stream. */
  async resync() {
    if (this.home) return this.home.open();
    if (!this.isMessages) return undefined;
    if (!this.list) {
      await this.open(); // it could not be read before
      return this.list.shown(this.unread);
    }
    if (this.data.hasNewer || !this.list.isStuck) return this.list.readAgain();
    await this.data.load();
    return this.startList();
  }

  /** At its end, with the line above what is new. */
  startList() {
    const unread = state.unread[this.id] ?? 0;
    this.list.start(unread ? (state.read[this.id] ?? null) : this.list.feed.newAfter);
    this.list.shown(unread);
  }

  leave() {
    if (this.home) this.home.isGone = true;
  }

  get title() {
    return this.about.kind === "channel" ? `#${this.about.name}` : this.about.name;
  }

  drawHead() {
    this.about = conversation(this.id) ?? this.about;
    const back = h(
      "button",
      {
        type: "button",
        class: "icon-button only-narrow",
        "aria-label": "Back to the list of conversations",
        onclick: () => tell("pane", { pane: "side" }),
      },
      icon("back"),
    );
    this.heading.replaceChildren(
      back,
      this.heads(),
      this.members() ?? "",
      ...(this.about.kind === "app" ? [this.tabs()] : []),
    );
  }

  heads() {
    const { kind, person, is_private: hidden } = this.about;
    const sign =
      kind === "channel" || kind === "group"
        ? icon(kind === "group" ? "people" : hidden ? "lock" : "hash")
        : avatar(person ?? { name: this.about.name, is_bot: true }, 24);
    const topic = kind === "channel" ? topicOf(this.about) : person?.title;
    return h(
      "div",
      { class: "view-title" },
      h(
        "h2",
        {},
        sign,
        kind === "dm"
          ? h(
              "button",
              {
                type: "button",
                class: "author view-name",
                onclick: () => world.openPerson(person.id),
              },
              this.about.name,
            )
          : h("span", { class: "view-name" }, this.about.name),
        kind === "app" && h("span", { class: "badge" }, "APP"),
      ),
      topic && h("div", { class: "topic" }, mrkdwn(topic, world)),
    );
  }

  members() {
    const { kind, members, num_members: count, app } = this.about;
    if (app?.is_assistant) return newChat(app);
    if (kind !== "channel" && kind !== "group") return null;
    const total = members?.length ?? count ?? 0;
    const faces = (members ?? []).slice(0, 3).map((id) => avatar(state.people.get(id), 22));
    const label = `${total} ${total === 1 ? "member" : "members"}`;
    return h(
      "button",
      {
        type: "button",
        class: "members",
        "aria-label": label,
        onclick: () => showMembers(this.about, members),
      },
      h("span", { class: "faces" }, faces),
      icon("people"),
      String(total),
    );
  }

  tabs() {
    const shown = TABS.filter(([name]) => hasTab(this.about.app, name));
    const buttons = shown.map(([name, label]) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          class: "tab",
          "aria-selected": String(name === this.tab),
          tabindex: name === this.tab ? "0" : "-1",
          "data-key": `tab ${name}`,
          onclick: () => tell("go", { channel: this.id, tab: name }),
        },
        label,
      ),
    );
    const bar = h(
      "div",
      { class: "tabs", role: "tablist", "aria-label": this.about.name },
      buttons,
    );
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const at = buttons.indexOf(document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length].click();
    });
    return bar;
  }

  intro() {
    const { kind, name, purpose } = this.about;
    const words = {
      channel: `This is the very beginning of #${name}.`,
    }[kind];
    return h(
      "div",
      { class: "intro" },
      h("h3", {}, kind === "channel" ? `#${name}` : name),
      h("p", {}, words ?? `This is the beginning of your messages with ${name}.`),
      purpose && h("p", { class: "faint" }, purpose),
    );
  }

  footer() {
    const { kind, is_member: isMember, is_archived: isArchived, person, app } = this.about;
    if (isArchived) return h("div", { class: "closed" }, "This channel is archived.");
    if (kind === "channel" && !isMember) {
      const button = h(
        "button",
        { type: "button", class: "button is-primary is-filled", onclick: () => join(this.id) },
        "Join the channel",
      );
      return h(
        "div",
        { class: "closed" },
        h("span", {}, `You are looking at #${this.about.name} from outside.`),
        button,
      );
    }
    if (kind === "dm" && person?.deleted)
      return h("div", { class: "closed" }, `${person.real_name} has been deactivated.`);
    if (app && (app.messages_tab_enabled === false || app.messages_tab_read_only_enabled))
      return h("div", { class: "closed" }, "Sending messages to this app has been turned off.");
    return h(
      "div",
      { class: "composer-place" },
      (this.writer = composer({ channel: this.id, label: `Message ${this.title}` })),
    );
  }

  /** The workspace's state was read again: names, members, and whether one may write. */
  refreshed() {
    const before = JSON.stringify([
      this.about.is_member,
      this.about.is_archived,
      this.about.person?.deleted,
    ]);
    const key = focusedKey(this.heading);
    this.drawHead();
    withKey(this.heading, key)?.focus();
    const after = JSON.stringify([
      this.about.is_member,
      this.about.is_archived,
      this.about.person?.deleted,
    ]);
    if (this.list && before !== after) {
      const fresh = this.footer();
      this.composer.replaceWith(fresh);
      this.composer = fresh;
    }
  }

  /** Something happened to a message of this conversation. */
  heard(kind, { message, ts }) {
    if (kind.endsWith("deleted")) this.data.drop(ts ?? message?.ts);
    else if (kind.endsWith("changed")) {
      if (!this.data.replace(message)) return;
    } else if (isInChannel(message)) this.data.put(message);
    else return;
    this.list?.changed(); // not there while the conversation is being read
  }

  markRead({ ts }) {
    if (this.staysUnread) return;
    if (this.about.kind === "channel" && !this.about.is_member) return;
    if (ts <= (state.read[this.id] ?? "") && !state.unread[this.id]) return;
    state.read[this.id] = ts;
    state.unread[this.id] = 0;
    state.mentions[this.id] = 0;
    tell("unread", { own: true });
    tried(() => act("read", { channel: this.id, ts }));
  }

  focus() {
    if (this.writer) this.writer.focusInput();
    else (this.body.querySelector("[tabindex], button") ?? this.body).focus();
  }
}
