// The messages of one conversation as far as they are loaded: one stretch of it, oldest first, which
// grows by fifty at either end and lets go of what is farthest.

import { read } from "./api.js";

const PAGE = 50;
const KEPT = 500;
const byTs = (a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;

/** True for a message that stands in the channel itself. */
export const isInChannel = (message) => !isReply(message) || message.subtype === "thread_broadcast";

// A page of history holds what stands in the channel, but also ephemerals from its threads.
const isListed = (message) => !message.is_ephemeral || isInChannel(message);

/** One conversation; `hasMore` says that there is something older, `hasNewer` something newer. */
export class Conversation {
  constructor(id) {
    Object.assign(this, { id, messages: [], hasMore: false, hasNewer: false, isLoading: false });
    this.readings = new Set();
    this.inThread = null; // where the message stands that was looked for and is a reply
  }

  /** Read something, and take it in; what was told while it was on its way is told once more. */
  async reading(path, query, take) {
    const told = [];
    this.readings.add(told);
    try {
      take(await read(path, { channel: this.id, ...query }));
    } finally {
      this.readings.delete(told);
    }
    for (const again of told) again();
  }

  page(where, take) {
    return this.reading("messages", { limit: PAGE, ...where }, (page) =>
      take({ ...page, messages: page.messages.filter(isListed).sort(byTs) }),
    );
  }

  /** Read the newest page, or the one around a moment, forgetting what was loaded. */
  load(around = null) {
    return this.page({ around }, (page) => {
      this.messages = page.messages;
      [this.hasMore, this.hasNewer] = [page.has_more, page.has_newer];
      this.inThread = page.thread_ts;
    });
  }

  /** Read the page before the oldest message. */
  async loadOlder() {
    if (!this.hasMore) return;
    await this.next({ before: this.messages[0]?.ts }, (page) => {
      this.messages = [...page.messages, ...this.messages];
      this.hasMore = page.has_more;
      this.trim(false);
    });
  }

  /** Read the page after the newest message that is loaded. */
  async loadNewer() {
    if (!this.hasNewer) return;
    await this.next({ from: this.messages.at(-1)?.ts }, (page) => {
      this.messages = [...this.messages, ...page.messages];
      this.hasNewer = page.has_newer;
      this.trim(true);
    });
  }

  /** A page without what is known already; nothing while another one is on its way. */
  async next(where, take) {
    if (this.isLoading) return;
    this.isLoading = true;
    const first = this.messages[0]?.ts;
    try {
      await this.page(where, (page) => {
        // Meanwhile one may have gone elsewhere in the conversation.
        if (this.messages[0]?.ts !== first) return;
        const known = new Set(this.messages.map(({ ts }) => ts));
        take({ ...page, messages: page.messages.filter(({ ts }) => !known.has(ts)) });
      });
    } finally {
      this.isLoading = false;
    }
  }

  find(ts) {
    return this.messages.find((message) => message.ts === ts);
  }

  /** The first message of others after a moment; undefined for none, or where it isn't loaded. */
  firstAfter(moment, me) {
    if (moment === null) return undefined;
    if (this.hasMore && !(this.messages[0]?.ts <= moment)) return undefined;
    return this.messages.find(
      ({ ts, user, is_ephemeral: isSeenOnce }) => ts > moment && user !== me && !isSeenOnce,
    );
  }

  /** Put in a new message, or the new form of a known one; not one beyond what is loaded. */
  put(message) {
    for (const told of this.readings) told.push(() => this.put(message));
    const at = this.messages.findIndex(({ ts }) => ts === message.ts);
    if (at >= 0) this.messages[at] = message;
    else if (message.ts < this.messages.at(-1)?.ts)
      this.messages.splice(this.messages.findIndex(({ ts }) => ts > message.ts), 0, message);
    else if (!this.hasNewer) this.messages.push(message);
  }

  /** Let go of what is too much, the oldest or the newest. */
  trim(isOldest) {
    if (this.messages.length <= KEPT) return;
    this.messages = isOldest ? this.messages.slice(-KEPT) : this.messages.slice(0, KEPT);
    this.hasMore ||= isOldest;
    this.hasNewer ||= !isOldest;
  }

  /** Put in the new form of a message; false if it isn't known. */
  replace(message) {
    for (const told of this.readings) told.push(() => this.replace(message));
    const isKnown = Boolean(this.find(message.ts));
    if (isKnown) this.put(message);
    return isKnown;
  }

  drop(ts) {
    for (const told of this.readings) told.push(() => this.drop(ts));
    this.messages = this.messages.filter((message) => message.ts !== ts);
  }
}

/** A thread: its root and every reply. */
export class Thread extends Conversation {
  constructor(channel, root) {
    super(channel);
    this.root = root;
  }

  load() {
    return this.reading("thread", { ts: this.root }, (thread) => {
      this.messages = thread.messages.sort(byTs);
      this.assistant = thread.assistant;
    });
  }

  /** It is kept whole. */
  trim() {}

  /** True if the message belongs to this thread. */
  holds(message) {
    return message.ts === this.root || message.thread_ts === this.root;
  }
}
