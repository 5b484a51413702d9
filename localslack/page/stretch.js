// The stretch of a conversation that is drawn. It moves along what is loaded, and has more loaded
// at its ends, so that a channel of fifty thousand messages costs no more than one of fifty.

import { isHidden } from "./undo.js";

export const STEP = 50;
const MOST = 250;

/** Which messages of a conversation are drawn: from `first` to before `last`. */
export class Stretch {
  constructor(conversation) {
    Object.assign(this, { conversation, first: 0, last: 0 });
  }

  get count() {
    return this.conversation.messages.length;
  }

  /** What is drawn; a message that somebody is about to delete is not. */
  get messages() {
    const { messages } = this.conversation;
    return messages.slice(this.first, this.last).filter((message) => !isHidden(message));
  }

  /** True if nothing of the conversation comes before, or after, what is drawn. */
  get isAtTop() {
    return this.first === 0 && !this.conversation.hasMore;
  }

  get isAtEnd() {
    return this.last >= this.count && !this.conversation.hasNewer;
  }

  /** How many replies a thread shows. */
  get replies() {
    return this.conversation.messages.filter((message) => !isHidden(message)).length - 1;
  }

  /** Where the first shown message from a moment on is, or else the last one. */
  indexFrom(ts) {
    const { messages } = this.conversation;
    const at = messages.findIndex((message) => message.ts >= ts && !isHidden(message));
    return at < 0 ? Math.max(0, this.count - 1) : at;
  }

  toEnd() {
    [this.first, this.last] = [Math.max(0, this.count - STEP), this.count];
  }

  /** To where this message is in the middle. */
  toMessage(index) {
    this.first = Math.max(0, index - STEP);
    this.last = Math.min(this.count, this.first + 2 * STEP);
  }

  /** The conversation changed: stay at its end (`isStuck`), or where one reads. */
  follow(isStuck) {
    this.conversation.trim(isStuck);
    if (isStuck) {
      this.first = Math.max(Math.min(this.first, this.count), this.count - MOST);
      this.last = this.count;
    } else if (this.last >= this.count - 1) this.last = Math.min(this.count, this.first + MOST);
    this.last = Math.min(this.last, this.count);
  }

  /** Draw some more on one side, and so much less on the other that it isn't too many. */
  grow(isUp, by) {
    if (isUp) {
      this.first = Math.max(0, this.first - by);
      this.last = Math.min(this.last, this.first + MOST);
    } else {
      this.last = Math.min(this.count, this.last + by);
      this.first = Math.max(this.first, this.last - MOST);
    }
  }

  /** True if what is loaded ends here on one side. */
  isAtEdge(isUp) {
    return isUp ? this.first === 0 : this.last >= this.count;
  }

  /** Have the next page loaded on one side; what is drawn stays the same messages. */
  async load(isUp) {
    const { conversation } = this;
    const top = conversation.messages[this.first]?.ts;
    await (isUp ? conversation.loadOlder() : conversation.loadNewer()).catch(() => {});
    const at = conversation.messages.findIndex(({ ts }) => ts >= top);
    if (at < 0) return;
    this.last = Math.min(this.count, this.last + at - this.first);
    this.first = at;
  }
}
