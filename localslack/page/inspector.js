// Every request between bot and Slack, in order, and a few switches for what may go wrong.

import { tried } from "./actions.js";
import { change, read, remove } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { MOST, RequestLog } from "./request_log.js";
import { on, zone } from "./store.js";
import { exactTimeOf } from "./dates.js";
import { undoable } from "./undo.js";

const SHOWN = 300;
// So much of a body is drawn; the whole of it can be copied.
const LONGEST = 100_000;

const FAULTS = [
  { label: "Rate-limit the next 3 calls", body: { kind: "ratelimited", times: 3, retry_after: 2 } },
  { label: "Lose the next answer", body: { kind: "lost_answer", times: 1 } },
  { label: "Lose the next request", body: { kind: "lost_request", times: 1 } },
  { label: "Slow: the next 3 calls take 4 s", body: { kind: "slow", times: 3, seconds: 4 } },
  { label: "Answer the next call with 503", body: { kind: "server_error", times: 1, status: 503 } },
  {
    label: "Refuse native charts",
    body: { kind: "refuse_block", block_type: "data_visualization" },
  },
];

/** The panel; `open` reads what there is, and it follows what comes while it is open. */
export class Inspector {
  constructor() {
    this.log = new RequestLog();
    this.isOpen = false;
    this.list = h("ol", { class: "requests", "aria-label": "Requests" });
    this.filter = h("input", {
      type: "search",
      class: "field",
      placeholder: "Filter",
      "aria-label": "Filter requests",
    });
    this.count = h("span", { class: "faint", "aria-live": "polite" });
    this.faults = h("div", { class: "faults", role: "group", "aria-label": "Faults" });
    const clear = h(
      "button",
      { type: "button", class: "button is-small", onclick: () => this.clear() },
      "Clear",
    );
    this.node = h(
      "div",
      { class: "inspector" },
      h("details", { class: "fault-box" }, h("summary", {}, "What may go wrong"), this.faults),
      h("div", { class: "inspector-bar" }, this.filter, clear, this.count),
      h("div", { class: "scroller requests-scroll", tabindex: "-1" }, this.list),
    );
    this.filter.addEventListener("input", () => this.draw());
    on("request", () => this.isOpen && this.fetchSoon());
    on("faults", () => this.isOpen && this.readFaults());
  }

  async open() {
    this.isOpen = true;
    await Promise.all([this.fetch(), this.readFaults()]);
  }

  close() {
    this.isOpen = false;
  }

  fetchSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.fetch();
    }, 120);
  }

  async fetch() {
    const answer = await tried(() => read("requests", { since: this.log.last, limit: MOST }));
    if (!answer?.requests?.length) return this.draw();
    this.log.add(answer.requests);
    this.readFaults();
    return this.draw();
  }

  clear() {
    const before = this.log.clear();
    const onback = () => {
      this.log.restore(before);
      this.draw();
    };
    if (before.entries.length) undoable({ words: "Requests cleared.", onback });
    this.draw();
  }

  draw() {
    const all = this.log.with(this.filter.value);
    const shown = all.slice(-SHOWN);
    const known = new Map([...this.list.children].map((node) => [Number(node.dataset.n), node]));
    this.list.replaceChildren(...shown.toReversed().map((one) => known.get(one.n) ?? row(one)));
    const refused = all.filter(isRefused).length;
    const gone = this.log.letGo ? `, ${this.log.letGo} older ones let go` : "";
    this.count.textContent = `${all.length} requests${refused ? `, ${refused} refused` : ""}${gone}`;
  }

  async readFaults() {
    const answer = await read("faults").catch(() => null);
    this.active = answer?.faults ?? this.active ?? [];
    this.faults.replaceChildren(
      ...FAULTS.map((fault) => this.faultSwitch(fault)),
      ...this.others(),
    );
  }

  faultSwitch({ label, body }) {
    const active = this.active.filter(
      (one) => one.kind === body.kind && (body.block_type ?? null) === (one.block_type ?? null),
    );
    const left = active.reduce((sum, one) => sum + (one.times ?? 0), 0);
    const node = h(
      "button",
      {
        type: "button",
        class: `fault${active.length ? " is-active" : ""}`,
        role: "switch",
        "aria-checked": String(active.length > 0),
      },
      h("span", { class: "switch", "aria-hidden": "true" }),
      h("span", {}, label),
      active.length > 0 && h("b", { class: "fault-left" }, left ? `${left} left` : "on"),
    );
    node.addEventListener("click", async () => {
      if (active.length)
        for (const one of active) await tried(() => remove("faults", { id: one.id }));
      else {
        const answer = await tried(() => change("faults", body));
        if (answer?.id !== undefined) this.active = [...this.active, { ...body, id: answer.id }];
      }
      if (active.length) this.active = this.active.filter((one) => !active.includes(one));
      await this.readFaults();
    });
    return node;
  }

  /** Faults that somebody else has set, so that nothing active is hidden. */
  others() {
    const known = (one) =>
      FAULTS.some(
        ({ body }) =>
          body.kind === one.kind && (body.block_type ?? null) === (one.block_type ?? null),
      );
    return this.active
      .filter((one) => !known(one))
      .map((one) =>
        h(
          "p",
          { class: "faint" },
          ["Also set:", one.kind, one.method && `on ${one.method}`].filter(Boolean).join(" "),
        ),
      );
  }
}

const isRefused = ({ ok, status }) => ok === false || status >= 400;

function row(one) {
  const toBot = one.direction === "to_bot";
  const seconds = typeof one.at === "number" ? one.at : Date.parse(one.at) / 1000;
  const error = isRefused(one) ? (one.error ?? `status ${one.status}`) : "";
  const way = toBot ? "Slack to bot" : "Bot to Slack";
  const said = `${way}: ${one.name}, ${Math.round(one.ms)} ms${error && `, refused: ${error}`}`;
  const details = h(
    "details",
    { class: `request${error ? " is-refused" : ""}` },
    h(
      "summary",
      { "aria-label": said },
      h(
        "span",
        {
          class: `direction ${toBot ? "is-in" : "is-out"}`,
          title: toBot ? "Slack → bot" : "bot → Slack",
        },
        toBot ? "→ bot" : "bot →",
      ),
      h(
        "span",
        { class: "request-name" },
        one.name,
        error && h("span", { class: "request-error" }, ` ${error}`),
      ),
      h(
        "span",
        { class: "faint request-ms" },
        `${one.ms < 10 ? one.ms.toFixed(1) : Math.round(one.ms)} ms`,
      ),
    ),
  );
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    details.append(
      h(
        "div",
        { class: "request-body" },
        h(
          "div",
          { class: "faint" },
          [
            `#${one.n}`,
            one.kind,
            exactTimeOf(seconds, zone()),
            `status ${one.status}`,
            one.workspace,
          ]
            .filter(Boolean)
            .join(" · "),
        ),
        json("Request", one.request),
        json("Answer", one.response),
      ),
    );
  });
  return h("li", { dataset: { n: one.n } }, details);
}

function json(title, value) {
  const text =
    value === null || value === undefined || value === ""
      ? "(empty)"
      : typeof value === "string"
        ? value
        : JSON.stringify(value, null, 2);
  const copy = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": `Copy ${title.toLowerCase()}`,
      title: "Copy",
      onclick: () => navigator.clipboard?.writeText(text),
    },
    icon("file"),
  );
  return h(
    "div",
    {},
    h("div", { class: "json-head" }, h("b", {}, title), copy),
    h("pre", { class: "json", tabindex: "0" }, coloured(text.slice(0, LONGEST))),
    text.length > LONGEST &&
      h("p", { class: "faint" }, `… and ${text.length - LONGEST} characters more, in the copy.`),
  );
}

/** JSON with its keys, strings and numbers in colours of their own. */
function coloured(text) {
  const parts = text.split(
    /("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/,
  );
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    const kind = part.endsWith(":") ? "key" : part.startsWith('"') ? "string" : "value";
    return h("span", { class: `json-${kind}` }, part);
  });
}
