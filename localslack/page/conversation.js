// The messages of one conversation as far as they are loaded: fifty at a time, oldest first.

import { read } from "./api.js";

const PAGE = 50;
const byTs = (a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;

/** True for a message that stands in the channel itself. */
export const isInChannel = (message) => !isReply(message) || message.subtype === "thread_broadcast";

// A page of history holds what stands in the channel, but also ephemerals from its threads.
const isListed = (message) => !message.is_ephemeral || isInChannel(message);

/** One conversation. */
export class Conversation {
  constructor(id) {
    Object.assign(this, { id, messages: [], hasMore: false, isLoading: false });
  }

  /** Read the newest page, forgetting what was loaded. */
  async load() {
    const page = await read("messages", { channel: this.id, limit: PAGE });
    this.messages = page.messages.filter(isListed).sort(byTs);
    this.hasMore = page.has_more;
  }

  /**
   * Read the newest page again; true if it joins what is known, false if that had to be forgotten.
   */
  async catchUp() {
    const page = await read("messages", { channel: this.id, limit: PAGE });
    const fresh = page.messages.filter(isListed).sort(byTs);
    const joins = !page.has_more || fresh.some(({ ts }) => this.find(ts));
    const older = joins ? this.messages.filter(({ ts }) => ts < fresh[0]?.ts) : [];
    this.messages = [...older, ...fresh];
    if (!older.length) this.hasMore = page.has_more;
    return joins;
  }

  /** Read the page before the oldest message; returns how many came. */
  async loadOlder() {
    if (!this.hasMore || this.isLoading) return 0;
    this.isLoading = true;
    try {
      const page = await read("messages", {
        channel: this.id,
        before: this.messages[0]?.ts,
        limit: PAGE,
      });
      const known = new Set(this.messages.map(({ ts }) => ts));
      const older = page.messages.filter((message) => isListed(message) && !known.has(message.ts));
      this.messages = [...older.sort(byTs), ...this.messages];
      this.hasMore = page.has_more;
      return older.length;
    } finally {
      this.isLoading = false;
    }
  }

  find(ts) {
    return this.messages.find((message) => message.ts === ts);
  }

  /** Put in a new message, or the new form of a known one. */
  put(message) {
    const at = this.messages.findIndex(({ ts }) => ts === message.ts);
    if (at >= 0) this.messages[at] = message;
    else this.messages = [...this.messages, message].sort(byTs);
  }

  drop(ts) {
    this.messages = this.messages.filter((message) => message.ts !== ts);
  }
}

/** A thread: its root and every reply. */
export class Thread extends Conversation {
  constructor(channel, root) {
    super(channel);
    this.root = root;
  }

  async load() {
    const thread = await read("thread", { channel: this.id, ts: this.root });
    this.messages = thread.messages.sort(byTs);
    this.assistant = thread.assistant;
  }

  /** True if the message belongs to this thread. */
  holds(message) {
    return message.ts === this.root || message.thread_ts === this.root;
  }
}
