// Shortcodes and the emoji that they stand for; an unknown one stays as it was typed.

import { EMOJI } from "./emoji_table.js";

const TONES = {
  "skin-tone-2": "🏻",
  "skin-tone-3": "🏼",
  "skin-tone-4": "🏽",
  "skin-tone-5": "🏾",
  "skin-tone-6": "🏿",
};

const TONED = new Set();
const entries = EMOJI.trim()
  .split(/[|\n]/)
  .flatMap((entry) => {
    const [sign, ...names] = entry.split(" ");
    if (names.at(-1) === "*") {
      names.pop();
      TONED.add(sign);
    }
    return names.map((name) => [name, sign]);
  });
const byName = new Map(entries);

/**
 * The character for a shortcode without its colons (a skin tone may follow as
 * `wave::skin-tone-3`), or null.
 */
export function emoji(shortcode) {
  const [name, tone] = shortcode.split("::");
  const sign = byName.get(name);
  if (!sign) return null;
  return TONED.has(sign) ? toned(sign, TONES[tone] ?? "") : sign;
}

// The tone stands behind the person or hand, in place of what asks for a picture of it.
function toned(sign, tone) {
  const [first, ...rest] = sign;
  return first + tone + rest.join("").replace(tone ? /^\uFE0F/ : "", "");
}

/**
 * Up to `limit` pairs `[shortcode, character]` whose shortcode has the query in it: the one that
 * is just that, then those that start so.
 */
export function findEmoji(query, limit = 8) {
  const wanted = query.toLowerCase();
  const rank = ([name]) => (name === wanted ? 2 : Number(name.startsWith(wanted)));
  const hits = entries.filter(([name]) => name.includes(wanted));
  return hits.sort((a, b) => rank(b) - rank(a)).slice(0, limit);
}

/** Put characters in the place of the known shortcodes of a text. */
export const withEmoji = (text) =>
  String(text).replace(
    /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g,
    (all, name) => emoji(name) ?? all,
  );
