// Ctrl G: messages by their words, and people by their names.

import { tried } from "./actions.js";
import { read } from "./api.js";
import { avatar } from "./avatar.js";
import { fullStamp } from "./dates.js";
import { h } from "./dom.js";
import { openFinder } from "./finder.js";
import { author, inOneLine } from "./message.js";
import { conversation, state, tell, zone } from "./store.js";
import { isHidden } from "./undo.js";

const MOST = 20;
const PAUSE = 120;

/** Search everything that the person can open. */
export const openSearch = (query = "") =>
  openFinder({
    title: "Search",
    label: "Search messages and people",
    placeholder: "Words; from:@name and in:#channel narrow it",
    list: "Found",
    className: "is-wide",
    query,
    load,
  });

let typed = 0;

async function load(query) {
  const words = query.trim();
  if (!words) return Object.assign([], { empty: "What are you looking for?" });
  const round = (typed += 1);
  await new Promise((go) => setTimeout(go, PAUSE));
  if (round !== typed) return [];
  const found = await tried(() => read("search", { query: words, limit: MOST }));
  const messages = (found.messages ?? []).filter((one) => !isHidden(one));
  const more = found.has_more ? `Messages (the newest ${MOST})` : "Messages";
  return Object.assign(
    [
      { label: "People", options: people(words.toLowerCase()) },
      { label: more, options: messages.map((one) => message(one, words)) },
    ].filter(({ options }) => options.length),
    { empty: found ? "Nothing was found." : "The search got no answer. Try it again." },
  );
}

const people = (words) =>
  [...state.people.values()]
    .filter((one) => `${one.real_name} ${one.name} ${one.title}`.toLowerCase().includes(words))
    .slice(0, 4)
    .map((one) => ({
      nodes: [avatar(one, 24), h("span", { class: "option-label" }, one.real_name)],
      detail: one.title,
      run: () => tell("open-person", { id: one.id }),
    }));

function message(found, words) {
  const about = conversation(found.channel);
  const where = about?.kind === "channel" ? `#${about.name}` : (about?.name ?? "");
  const isReply = found.thread_ts && found.thread_ts !== found.ts;
  const when = fullStamp(Number(found.ts), zone());
  return {
    nodes: [
      avatar(author(found), 24),
      h(
        "span",
        { class: "option-two" },
        h(
          "span",
          { class: "faint" },
          [author(found).real_name, isReply ? `${where}, in a thread` : where, when].join(" · "),
        ),
        h("span", { class: "found-words" }, marked(inOneLine(found), words)),
      ),
    ],
    run: () =>
      tell("go", {
        channel: found.channel,
        thread: isReply ? found.thread_ts : null,
        message: found.ts,
      }),
  };
}

/** The text from a little before the first word that was looked for, with all of them marked. */
function marked(text, query) {
  const wanted = query.toLowerCase().split(/\s+/);
  const words = wanted.filter((word) => word && !/^(in|from):/.test(word)).map(quoted);
  if (!words.length) return text;
  const pattern = new RegExp(`(${words.join("|")})`, "gi");
  const at = text.search(pattern);
  const shown = at > 60 ? `…${text.slice(at - 40)}` : text;
  return shown.split(pattern).map((part, i) => (i % 2 ? h("mark", {}, part) : part));
}

const quoted = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
