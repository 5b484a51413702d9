// What a list of messages shows: a stretch of what is loaded, with days and the line "New" between.
// Only what changed is drawn again, so that a long channel costs no more than a short one.

import { dayOf, dayTitle } from "./dates.js";
import { h, reconcile, withKey } from "./dom.js";
import { dayLine, newLine, replyLine } from "./lines.js";
import { drawMessage, isGrouped } from "./message.js";
import { moved, neighbour, rove } from "./roving.js";
import { now, state, zone } from "./store.js";

/** The messages of a stretch, below `intro` where it begins; `newAfter` is where "New" goes. */
export class Feed {
  constructor({ stretch, label, intro, thread }) {
    Object.assign(this, { stretch, intro, thread, newAfter: null });
    this.cache = new Map();
    // Not role "feed", which may hold nothing but articles: no days, no line "New". New messages
    // are announced in one line each, so the log itself keeps quiet.
    this.node = h("div", { class: "feed", role: "log", "aria-live": "off", "aria-label": label });
    this.node.addEventListener("keydown", (event) => moved(event, this.node));
  }

  /** The line "New", if it is drawn. */
  get lineNew() {
    return this.node.querySelector(".day.is-new");
  }

  /** What a message is drawn as, if it is. */
  nodeOf(ts) {
    return this.cache.get(ts)?.node;
  }

  /** Draw every message anew at the next time. */
  forget() {
    for (const entry of this.cache.values()) entry.message = null;
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
    const next = neighbour(this.node, nodes);
    reconcile(this.node, nodes);
    next?.focus({ preventScroll: true });
    for (const [key, { node }] of this.cache)
      if (!node.isConnected && node.parentNode !== this.node) this.cache.delete(key);
    rove(this.node);
  }

  isRoot(message) {
    return this.thread && message?.ts === this.stretch.conversation.root;
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
    return this.stretch.conversation.firstAfter(this.newAfter, state.me.id);
  }
}
