// A scrolling list of messages. Only a window of what is loaded is drawn, and only what changed is
// drawn again, so that a long channel costs no more than a short one.

import { h, reconcile, withKey } from "./dom.js";
import { icon } from "./icons.js";
import { drawMessage, isGrouped } from "./message.js";
import { now, state, zone } from "./store.js";
import { dayOf, dayTitle } from "./dates.js";

const STEP = 50;
const MOST = 250;
const NEAR = 600;

/** The list of one conversation (or thread). `onBottom(message)` hears what was read to its end. */
export class MessageList {
  constructor({ conversation, label, intro = null, thread = false, onBottom = () => {} }) {
    Object.assign(this, {
      conversation,
      intro,
      thread,
      onBottom,
      first: 0,
      last: 0,
      isStuck: true,
      newAfter: null,
    });
    this.cache = new Map();
    // Not role "feed", which may hold nothing but articles: no days, no line "New". New messages
    // are announced in one line each, so the log itself keeps quiet.
    const quiet = { role: "log", "aria-live": "off", "aria-label": label };
    this.feed = h("div", { class: "feed", ...quiet });
    this.jump = h(
      "button",
      { type: "button", class: "jump", hidden: true, onclick: () => this.toBottom() },
      icon("down"),
      "Latest messages",
    );
    this.newCount = h("span", {});
    this.toNew = h(
      "button",
      { type: "button", class: "jump is-up", hidden: true, onclick: () => this.toFirstNew() },
      icon("down"),
      this.newCount,
    );
    this.scroller = h("div", { class: "scroller" }, this.feed);
    this.node = h("div", { class: "message-list" }, this.toNew, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.feed.addEventListener("keydown", (event) => this.moved(event));
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.feed);
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.scroller);
  }

  /** Draw what was just loaded, at its end; `readUpTo` is where the line "New" goes. */
  start(readUpTo = null) {
    const count = this.conversation.messages.length;
    this.newAfter = readUpTo;
    [this.first, this.last] = [Math.max(0, count - STEP), count];
    this.isStuck = true;
    this.draw();
    this.scrollToEnd();
    this.tellBottom();
  }

  /** Now in the page, at its end. What is new may begin above what can be seen: say how much. */
  shown(unread) {
    this.scrollToEnd();
    this.tellBottom();
    this.newCount.textContent = `${unread} new ${unread === 1 ? "message" : "messages"}`;
    this.toNew.hidden = !unread || this.newAfter === null || this.isNewSeen();
  }

  isNewSeen() {
    const line = this.feed.querySelector(".day.is-new");
    const top = this.scroller.getBoundingClientRect().top;
    return Boolean(line) && line.getBoundingClientRect().top >= top;
  }

  /** Up to the line "New", however many pages that is. */
  async toFirstNew() {
    this.toNew.setAttribute("aria-busy", "true");
    const { conversation } = this;
    const reaches = () => (conversation.messages[0]?.ts ?? "") <= this.newAfter;
    while (!reaches() && conversation.hasMore && (await conversation.loadOlder()));
    this.toNew.removeAttribute("aria-busy");
    this.toNew.hidden = true;
    const at = conversation.messages.findIndex((message, i) =>
      this.isFirstNew(message, conversation.messages[i - 1]),
    );
    this.first = Math.max(0, at - STEP);
    this.last = Math.min(conversation.messages.length, this.first + MOST);
    this.isStuck = false;
    this.draw();
    this.jump.hidden = false;
    const line = this.feed.querySelector(".day.is-new");
    line?.scrollIntoView({ block: "start" });
    line?.nextElementSibling?.focus({ preventScroll: true });
    this.lastTop = this.scroller.scrollTop;
  }

  /** Draw after the conversation changed. */
  changed() {
    const count = this.conversation.messages.length;
    if (this.isStuck) {
      this.last = count;
      this.first = Math.max(Math.min(this.first, count), count - MOST);
    } else if (this.last >= count - 1) this.last = count;
    this.last = Math.min(this.last, count);
    this.draw();
    if (this.isStuck) {
      this.scrollToEnd();
      this.tellBottom();
    } else this.jump.hidden = false;
  }

  /** Draw every message again, for a change that touches all of them. */
  redraw() {
    for (const entry of this.cache.values()) entry.message = null;
    this.changed();
  }

  draw() {
    const { messages } = this.conversation;
    const nodes = this.first === 0 && !this.conversation.hasMore && this.intro ? [this.intro] : [];
    let before = null;
    for (const message of messages.slice(this.first, this.last)) {
      const newDay =
        !this.thread &&
        (!before || dayOf(Number(before.ts), zone()) !== dayOf(Number(message.ts), zone()));
      if (newDay) nodes.push(this.divider(Number(message.ts)));
      const isNew = this.isFirstNew(message, before ?? messages[this.first - 1]);
      if (isNew) nodes.push(this.newLine());
      nodes.push(
        this.article(
          message,
          !newDay && !isNew && !this.isRoot(before) && isGrouped(message, before),
        ),
      );
      if (this.isRoot(message) && messages.length > 1)
        nodes.push(this.replyLine(messages.length - 1));
      before = message;
    }
    reconcile(this.feed, nodes);
    for (const [key, { node }] of this.cache)
      if (!node.isConnected && node.parentNode !== this.feed) this.cache.delete(key);
    this.rove();
  }

  isRoot(message) {
    return this.thread && message?.ts === this.conversation.root;
  }

  article(message, grouped) {
    const known = this.cache.get(message.ts);
    if (known?.message === message && known.grouped === grouped) return known.node;
    const node = drawMessage(message, { grouped, thread: this.thread });
    this.keepFocus(known?.node, node);
    this.cache.set(message.ts, { message, grouped, node });
    return node;
  }

  keepFocus(old, fresh) {
    if (!old?.contains(document.activeElement)) return;
    const key = document.activeElement.dataset.key;
    queueMicrotask(() => (withKey(fresh, key) ?? fresh).focus({ preventScroll: true }));
  }

  divider(seconds) {
    const title = dayTitle(seconds, zone(), now());
    const key = `day ${dayOf(seconds, zone())} ${title}`;
    if (!this.cache.has(key))
      this.cache.set(key, {
        node: h(
          "div",
          { class: "day", role: "separator", "aria-label": title },
          h("span", {}, title),
        ),
      });
    return this.cache.get(key).node;
  }

  isFirstNew(message, before) {
    if (this.newAfter === null || message.ts <= this.newAfter || message.is_ephemeral) return false;
    if (message.user === state.me.id) return false;
    return before ? before.ts <= this.newAfter : !this.conversation.hasMore;
  }

  newLine() {
    if (!this.cache.has("new"))
      this.cache.set("new", {
        node: h(
          "div",
          { class: "day is-new", role: "separator", "aria-label": "New messages" },
          h("span", {}, "New"),
        ),
      });
    return this.cache.get("new").node;
  }

  replyLine(count) {
    const words = `${count} ${count === 1 ? "reply" : "replies"}`;
    if (this.cache.get("replies")?.words !== words)
      this.cache.set("replies", { words, node: h("div", { class: "reply-line" }, words) });
    return this.cache.get("replies").node;
  }

  async scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // Only a person scrolls up; a list that merely grew below keeps to its end.
    const isAtEnd =
      scrollHeight - scrollTop - clientHeight < 40 &&
      this.last >= this.conversation.messages.length;
    if (isAtEnd || scrollTop < this.lastTop) this.isStuck = isAtEnd;
    this.lastTop = scrollTop;
    if (!this.toNew.hidden && this.isNewSeen()) this.toNew.hidden = true;
    if (this.isStuck) {
      this.jump.hidden = true;
      this.tellBottom();
    } else if (scrollHeight - scrollTop - clientHeight > 2 * clientHeight) this.jump.hidden = false;
    if (scrollTop < NEAR) await this.extendUp();
    if (
      scrollHeight - scrollTop - clientHeight < NEAR &&
      this.last < this.conversation.messages.length
    )
      this.extendDown();
  }

  async extendUp() {
    if (this.isExtending) return;
    this.isExtending = true;
    this.feed.setAttribute("aria-busy", "true");
    if (this.first === 0) {
      const came = await this.conversation.loadOlder().catch(() => 0);
      this.first += came;
      this.last += came;
    }
    if (this.first > 0)
      this.holding(() => {
        this.first = Math.max(0, this.first - STEP);
        this.last = Math.min(this.last, this.first + MOST);
      });
    this.feed.removeAttribute("aria-busy");
    this.isExtending = false;
  }

  extendDown() {
    this.holding(() => {
      this.last = Math.min(this.conversation.messages.length, this.last + STEP);
      this.first = Math.max(this.first, this.last - MOST);
    });
  }

  /** Change the window while the message at the top of the view stays where it is. */
  holding(change) {
    const top = this.scroller.getBoundingClientRect().top;
    const anchor = [...this.feed.querySelectorAll(".message")].find(
      (node) => node.getBoundingClientRect().bottom > top,
    );
    const before = anchor?.getBoundingClientRect().top;
    change();
    this.draw();
    // It may have been drawn anew, as it now stands below another one.
    const again = anchor && this.cache.get(anchor.dataset.ts)?.node;
    if (again) this.scroller.scrollTop += again.getBoundingClientRect().top - before;
  }

  scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  toBottom() {
    const count = this.conversation.messages.length;
    [this.first, this.last] = [Math.max(0, count - STEP), count];
    this.draw();
    this.isStuck = true;
    [this.jump, this.toNew].forEach((button) => {
      button.hidden = true;
    });
    this.scrollToEnd();
    this.tellBottom();
  }

  /** True while a person can see the list: the tab is in front, and so is this pane. */
  get isSeen() {
    return document.visibilityState === "visible" && this.node.offsetParent !== null;
  }

  tellBottom() {
    const latest = this.conversation.messages.findLast(({ is_ephemeral: hidden }) => !hidden);
    if (latest && this.isSeen) this.onBottom(latest);
  }

  /** One message takes part in the Tab order; arrows move between them. */
  rove() {
    const all = [...this.feed.querySelectorAll(".message")];
    if (!all.some((node) => node.tabIndex === 0) && all.length) all.at(-1).tabIndex = 0;
  }

  moved(event) {
    const here = event.target.closest(".message");
    if (!here || event.target !== here) return;
    const all = [...this.feed.querySelectorAll(".message")];
    const at = all.indexOf(here);
    const to = {
      ArrowDown: all[at + 1],
      ArrowUp: all[at - 1],
      PageDown: all[at + 5] ?? all.at(-1),
      PageUp: all[at - 5] ?? all[0],
      End: all.at(-1),
      Home: all[0],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    all.forEach((node) => {
      node.tabIndex = node === to ? 0 : -1;
    });
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }
}
