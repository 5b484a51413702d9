// The requests that the inspector knows: the newest, as many as their number and their size allow.

export const MOST = 1200;
const CHARACTERS = 8_000_000;

export class RequestLog {
  constructor() {
    Object.assign(this, { entries: [], characters: 0, last: 0, letGo: 0 });
  }

  /**
   * Take in what is new, and let the oldest go where it is too much; the newest one stays. What was
   * beyond the newest `MOST` has not even come.
   */
  add(requests) {
    this.letGo += Math.max(0, requests[0].n - this.last - 1);
    for (const request of requests.filter(({ n }) => n > this.last)) {
      const words = JSON.stringify(request).toLowerCase();
      this.entries.push({ request, words });
      this.characters += words.length;
    }
    this.last = Math.max(this.last, ...requests.map(({ n }) => n));
    this.shorten();
  }

  shorten() {
    while (this.isTooMuch()) {
      this.characters -= this.entries.shift().words.length;
      this.letGo += 1;
    }
  }

  isTooMuch() {
    const { length } = this.entries;
    return length > MOST || (this.characters > CHARACTERS && length > 1);
  }

  /** Those in which these words stand. */
  with(words) {
    const wanted = words.trim().toLowerCase();
    return this.entries.filter((one) => one.words.includes(wanted)).map(({ request }) => request);
  }

  /** Forget what was; what it was comes back, for `restore`. */
  clear() {
    const { entries, characters, letGo } = this;
    Object.assign(this, { entries: [], characters: 0, letGo: 0 });
    return { entries, characters, letGo };
  }

  restore(before) {
    this.entries = [...before.entries, ...this.entries];
    this.entries.sort((a, b) => a.request.n - b.request.n);
    this.characters += before.characters;
    this.letGo += before.letGo;
    this.shorten();
  }
}
