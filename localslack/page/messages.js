// A scrolling list of messages. Only a stretch of what is loaded is drawn, and only what changed is
// drawn again, so that a long channel costs no more than a short one.

import { tried } from "./actions.js";
import { h, reconcile, withKey } from "./dom.js";
import { icon } from "./icons.js";
import { dayLine, newLine, replyLine } from "./lines.js";
import { drawMessage, isGrouped } from "./message.js";
import { markIn, moved, neighbour, rove } from "./roving.js";
import { now, state, tell, zone } from "./store.js";
import { STEP, Stretch } from "./stretch.js";
import { toast } from "./toasts.js";
import { dayOf, dayTitle } from "./dates.js";

const NEAR = 600;
// What one frame has time to draw; so near an end, all of it, or a person would run into it.
const BATCH = 25;
const AT_ONCE = 150;

const nextFrame = () => new Promise((go) => requestAnimationFrame(go));

/** The list of one conversation (or thread). `onBottom(message)` hears what was read to its end. */
export class MessageList {
  constructor({ conversation, label, intro = null, thread = false, onBottom = () => {} }) {
    Object.assign(this, {
      conversation,
      intro,
      thread,
      onBottom,
      stretch: new Stretch(conversation),
      isStuck: true,
      round: 0,
      newAfter: null,
    });
    this.cache = new Map();
    // Not role "feed", which may hold nothing but articles: no days, no line "New". New messages
    // are announced in one line each, so the log itself keeps quiet.
    this.feed = h("div", { class: "feed", role: "log", "aria-live": "off", "aria-label": label });
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
    this.feed.addEventListener("keydown", (event) => moved(event, this.feed));
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.feed);
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.scroller);
  }

  /** Draw what was just loaded, at its end; `readUpTo` is where the line "New" goes. */
  start(readUpTo = null) {
    this.newAfter = readUpTo;
    this.stretch.toEnd();
    this.round += 1;
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

  /** Up to the line "New", however far that is. */
  async toFirstNew() {
    this.toNew.setAttribute("aria-busy", "true");
    const { conversation } = this;
    const isThere = this.firstNew() || (await this.loads(this.newAfter || "0"));
    this.toNew.removeAttribute("aria-busy");
    if (!isThere) return;
    this.toNew.hidden = true;
    this.showAround(Math.max(0, conversation.messages.indexOf(this.firstNew())));
    const line = this.feed.querySelector(".day.is-new");
    line?.scrollIntoView({ block: "start" });
    line?.nextElementSibling?.focus({ preventScroll: true });
    this.settled();
  }

  /** Have the newest page read, or the one around a moment; false, with a notice, if it fails. */
  async loads(around = null) {
    return (await tried(() => this.conversation.load(around))) !== false;
  }

  /** Stay where one is, whatever comes at the end. */
  comeLoose() {
    this.isStuck = false;
  }

  /**
   * To one message, wherever in the conversation it stands, and mark it for a moment; to where it
   * stood if it has gone, and into its thread if it is a reply.
   */
  async toMessage(ts) {
    const { conversation } = this;
    if (!conversation.find(ts) && !(await this.loads(ts))) return;
    const nearest = this.showNear(ts);
    if (nearest?.dataset.ts === ts) markIn(this.feed, nearest);
    else if (!conversation.find(ts) && conversation.inThread)
      tell("go", { channel: conversation.id, thread: conversation.inThread, message: ts });
    else toast("This message isn't there any more.", "error");
    this.settled();
  }

  /** What stands here may have changed, and there is more below: read it anew, and stay. */
  async readAgain() {
    const before = this.topmost();
    const top = before?.getBoundingClientRect().top;
    await this.conversation.load(before?.dataset.ts);
    const node = this.showNear(before?.dataset.ts ?? "");
    if (node && before) this.scroller.scrollTop += node.getBoundingClientRect().top - top;
    this.settled();
  }

  /** Draw what stands around a moment; its message, or the next one, or the last, is in view. */
  showNear(ts) {
    const at = this.stretch.indexFrom(ts);
    this.showAround(at);
    const node = this.cache.get(this.conversation.messages[at]?.ts)?.node;
    node?.scrollIntoView({ block: "start" });
    return node;
  }

  /** One is led here: what is in view is seen, and at the end one stays there. */
  settled() {
    this.lastTop = this.scroller.scrollTop;
    this.scrolled();
  }

  showAround(index) {
    this.round += 1;
    this.stretch.toMessage(index);
    this.isStuck = false;
    this.draw();
    this.jump.hidden = false;
  }

  /** Draw after the conversation changed. */
  changed() {
    this.stretch.follow(this.isStuck);
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
    const firstNew = this.firstNew();
    const nodes = this.stretch.isAtTop && this.intro ? [this.intro] : [];
    let before = null;
    let day = null;
    for (const message of this.stretch.messages) {
      const today = this.thread ? null : dayOf(Number(message.ts), zone());
      const newDay = today !== day;
      day = today;
      if (newDay) {
        const title = dayTitle(Number(message.ts), zone(), now());
        nodes.push(this.line(`day ${today} ${title}`, () => dayLine(title)));
      }
      const isNew = message === firstNew;
      if (isNew) nodes.push(this.line("new", newLine));
      nodes.push(
        this.article(
          message,
          !newDay && !isNew && !this.isRoot(before) && isGrouped(message, before),
        ),
      );
      const replies = this.isRoot(message) ? this.stretch.replies : 0;
      if (replies) nodes.push(this.line(`replies ${replies}`, () => replyLine(replies)));
      before = message;
    }
    const next = neighbour(this.feed, nodes);
    reconcile(this.feed, nodes);
    next?.focus({ preventScroll: true });
    for (const [key, { node }] of this.cache)
      if (!node.isConnected && node.parentNode !== this.feed) this.cache.delete(key);
    rove(this.feed);
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

  /** What stands between messages is made once, and again when it has other words. */
  line(key, make) {
    if (!this.cache.has(key)) this.cache.set(key, { node: make() });
    return this.cache.get(key).node;
  }

  /** Above which the line "New" stands, or undefined where that isn't loaded. */
  firstNew() {
    return this.conversation.firstAfter(this.newAfter, state.me.id);
  }

  async scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // Only a person scrolls up; a list that merely grew below keeps to its end.
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 40 && this.stretch.isAtEnd;
    if (isAtEnd || scrollTop < this.lastTop) this.isStuck = isAtEnd;
    this.lastTop = scrollTop;
    if (!this.toNew.hidden && this.isNewSeen()) this.toNew.hidden = true;
    if (this.isStuck) {
      this.jump.hidden = true;
      this.tellBottom();
    } else if (scrollHeight - scrollTop - clientHeight > 2 * clientHeight) this.jump.hidden = false;
    if (this.roomOn(true) < NEAR && !this.stretch.isAtTop) await this.extend(true);
    else if (this.roomOn(false) < NEAR && !this.stretch.isAtEnd) await this.extend(false);
  }

  /** How many pixels one can still scroll, up or down. */
  roomOn(isUp) {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return isUp ? scrollTop : scrollHeight - scrollTop - clientHeight;
  }

  /** Draw a step more on one side, a little in each frame, having it loaded where it isn't yet. */
  async extend(isUp) {
    if (this.isExtending) return;
    this.isExtending = true;
    this.feed.setAttribute("aria-busy", "true");
    const { round } = this;
    if (this.stretch.isAtEdge(isUp)) await this.stretch.load(isUp);
    for (let left = STEP; left > 0 && round === this.round && !this.stretch.isAtEdge(isUp); ) {
      const by = this.roomOn(isUp) < AT_ONCE ? left : BATCH;
      left -= by;
      this.holding(() => this.stretch.grow(isUp, by));
      await nextFrame();
    }
    if (round === this.round && this.stretch.isAtTop) this.holding(() => {});
    this.feed.removeAttribute("aria-busy");
    this.isExtending = false;
  }

  /** Change the window while the message at the top of the view stays where it is. */
  holding(change) {
    const anchor = this.topmost();
    const before = anchor?.getBoundingClientRect().top;
    change();
    this.draw();
    // It may have been drawn anew, as it now stands below another one.
    const again = anchor && this.cache.get(anchor.dataset.ts)?.node;
    if (again) this.scroller.scrollTop += again.getBoundingClientRect().top - before;
  }

  /** The message at the top of what can be seen. */
  topmost() {
    const top = this.scroller.getBoundingClientRect().top;
    return [...this.feed.querySelectorAll(".message")].find(
      (node) => node.getBoundingClientRect().bottom > top,
    );
  }

  scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  async toBottom() {
    this.round += 1;
    if (this.conversation.hasNewer && !(await this.loads())) return;
    this.stretch.toEnd();
    this.draw();
    this.isStuck = true;
    this.jump.hidden = true;
    this.toNew.hidden = true;
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
}
