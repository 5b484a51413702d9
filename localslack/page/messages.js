// A scrolling list of messages: where in it one is, and what is drawn when one goes elsewhere.

import { tried } from "./actions.js";
import { h } from "./dom.js";
import { Feed } from "./feed.js";
import { icon } from "./icons.js";
import { markIn } from "./roving.js";
import { tell } from "./store.js";
import { STEP, Stretch } from "./stretch.js";
import { toast } from "./toasts.js";

const NEAR = 600;
// What one frame has time to draw; so near an end, all of it, or a person would run into it.
const BATCH = 25;
const AT_ONCE = 150;

const nextFrame = () => new Promise((go) => requestAnimationFrame(go));

/** The list of one conversation (or thread). `onBottom(message)` hears what was read to its end. */
export class MessageList {
  constructor({ conversation, label, intro = null, thread = false, onBottom = () => {} }) {
    const stretch = new Stretch(conversation);
    Object.assign(this, { conversation, onBottom, stretch, isStuck: true, round: 0 });
    this.feed = new Feed({ stretch, label, intro, thread });
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
    this.scroller = h("div", { class: "scroller" }, this.feed.node);
    this.node = h("div", { class: "message-list" }, this.toNew, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.feed.node);
    new ResizeObserver(() => this.isStuck && this.scrollToEnd()).observe(this.scroller);
  }

  /** Draw what was just loaded, at its end; `readUpTo` is where the line "New" goes. */
  start(readUpTo = null) {
    this.feed.newAfter = readUpTo;
    this.stretch.toEnd();
    this.round += 1;
    this.isStuck = true;
    this.feed.draw();
    this.scrollToEnd();
    this.tellBottom();
  }

  /** Now in the page, at its end. What is new may begin above what can be seen: say how much. */
  shown(unread) {
    this.scrollToEnd();
    this.tellBottom();
    this.newCount.textContent = `${unread} new ${unread === 1 ? "message" : "messages"}`;
    this.toNew.hidden = !unread || this.feed.newAfter === null || this.isNewSeen();
  }

  isNewSeen() {
    const line = this.feed.lineNew;
    const top = this.scroller.getBoundingClientRect().top;
    return Boolean(line) && line.getBoundingClientRect().top >= top;
  }

  /** Up to the line "New", however far that is. */
  async toFirstNew() {
    this.toNew.setAttribute("aria-busy", "true");
    const { conversation } = this;
    const isThere = this.feed.firstNew() || (await this.loads(this.feed.newAfter || "0"));
    this.toNew.removeAttribute("aria-busy");
    if (!isThere) return;
    this.toNew.hidden = true;
    this.showAround(Math.max(0, conversation.messages.indexOf(this.feed.firstNew())));
    const line = this.feed.lineNew;
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
    if (nearest?.dataset.ts === ts) markIn(this.feed.node, nearest);
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
    const node = this.feed.nodeOf(this.conversation.messages[at]?.ts);
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
    this.feed.draw();
    this.jump.hidden = false;
  }

  /** Draw after the conversation changed. */
  changed() {
    this.stretch.follow(this.isStuck);
    this.feed.draw();
    if (this.isStuck) {
      this.scrollToEnd();
      this.tellBottom();
    } else this.jump.hidden = false;
  }

  /** Draw every message again, for a change that touches all of them. */
  redraw() {
    this.feed.forget();
    this.changed();
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
    this.feed.node.setAttribute("aria-busy", "true");
    const { round } = this;
    if (this.stretch.isAtEdge(isUp)) await this.stretch.load(isUp);
    for (let left = STEP; left > 0 && round === this.round && !this.stretch.isAtEdge(isUp); ) {
      const by = this.roomOn(isUp) < AT_ONCE ? left : BATCH;
      left -= by;
      this.holding(() => this.stretch.grow(isUp, by));
      await nextFrame();
    }
    if (round === this.round && this.stretch.isAtTop) this.holding(() => {});
    this.feed.node.removeAttribute("aria-busy");
    this.isExtending = false;
  }

  /** Change the window while the message at the top of the view stays where it is. */
  holding(change) {
    const anchor = this.topmost();
    const before = anchor?.getBoundingClientRect().top;
    change();
    this.feed.draw();
    // It may have been drawn anew, as it now stands below another one.
    const again = anchor && this.feed.nodeOf(anchor.dataset.ts);
    if (again) this.scroller.scrollTop += again.getBoundingClientRect().top - before;
  }

  /** The message at the top of what can be seen. */
  topmost() {
    const top = this.scroller.getBoundingClientRect().top;
    return [...this.feed.node.querySelectorAll(".message")].find(
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
    this.feed.draw();
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
