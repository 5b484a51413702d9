// People for tests in Node: they type, press, fill in and read in a running local Slack.
//
//   const slack = new LocalSlack("http://127.0.0.1:8060");
//   const ana = slack.person("ana");
//   await ana.types("/hello world", "#general");
//   await ana.presses("Wave", "#general");
//
// It needs Node 18 and nothing else. control.md describes every address.

const PATIENCE = 10_000;

/** A running local Slack, by its address. */
export class LocalSlack {
  constructor(url) {
    this.url = url.replace(/\/(api\/?)?$/, "");
  }

  /** Somebody to act as. */
  person(handle) {
    return new Person(this, handle);
  }

  /** Read from the control interface. */
  get(path, query = {}) {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    return this.ask(`${path}?${new URLSearchParams(given)}`);
  }

  /** Do something over the control interface: the clock, people, faults … */
  post(path, body = {}) {
    return this.ask(path, { method: "POST", body: JSON.stringify(body) });
  }

  async ask(path, options) {
    const answer = await fetch(`${this.url}/control/${path}`, options);
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.error);
    return body;
  }

  /** Wait until `look()` answers something true, and answer it. */
  async until(look, patience = PATIENCE) {
    const end = Date.now() + patience;
    while (true) {
      const { count } = await this.get("wait", { since: 0, timeout: 0 });
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`It didn't become true within ${patience} ms.`);
      await this.get("wait", { since: count, timeout: 0.25 });
    }
  }
}

/** Somebody who works in the workspace. */
class Person {
  constructor(slack, handle) {
    Object.assign(this, { slack, handle });
  }

  get(path, query) {
    return this.slack.get(path, { as: this.handle, ...query });
  }

  post(path, body) {
    return this.slack.post(path, { as: this.handle, ...body });
  }

  /** Write a message; answers it. */
  async says(text, channel, { thread } = {}) {
    return (await this.post("say", { channel, text, thread_ts: thread })).message;
  }

  /** Type a slash command; answers { ok, error } once the bot has acknowledged it. */
  types(text, channel = "#general") {
    return this.post("command", { channel, text });
  }

  /** The newest messages of a conversation, oldest first. */
  async reads(channel, limit = 100) {
    return (await this.get("messages", { channel, limit })).messages;
  }

  /** A thread: its root and the replies. */
  async readsThread(channel, ts) {
    return (await this.get("thread", { channel, ts })).messages;
  }

  /** The messages of the DM with the first app. */
  async dm() {
    return this.reads((await this.get("state")).apps[0].dm);
  }

  /** Open the first app's Home tab; answers its view. */
  async home() {
    const [app] = (await this.get("state")).apps;
    return (await this.post("home/open", { app_id: app.app_id })).view;
  }

  /** The modal on top, waited for. */
  modal() {
    return this.slack.until(async () => (await this.get("views")).modals.at(-1));
  }

  /** Use a shortcut by its name; with `on`, one of that message's menu. */
  async runs(name, { on } = {}) {
    for (const app of (await this.get("state")).apps)
      for (const one of app.shortcuts)
        if ([one.name, one.callback_id].includes(name) && (one.type === "message") === Boolean(on))
          return this.post("shortcut", {
            app_id: app.app_id,
            callback_id: one.callback_id,
            ...(on ? { message: { channel: on.channel, ts: on.ts } } : {}),
          });
    throw new Error(`There is no shortcut ${name} here.`);
  }

  /** Press a button by its label or action_id: in the modal on top, or in a channel. */
  async presses(label, channel = null) {
    const found = await this.slack.until(async () => {
      for (const [place, blocks] of await this.places(channel))
        for (const [block, element] of elements(blocks))
          if (element.type === "button" && [element.text.text, element.action_id].includes(label))
            return { ...place, block_id: block.block_id, action_id: element.action_id };
      return null;
    });
    return this.post("action", found);
  }

  /** Submit the modal on top; `values` are texts by the labels of their inputs. */
  async submits(values = {}) {
    const view = await this.modal();
    const entries = {};
    for (const [label, text] of Object.entries(values)) {
      const block = view.blocks.find((one) => one.type === "input" && one.label.text === label);
      if (!block) throw new Error(`There is no input ${label}.`);
      entries[block.block_id] = { [block.element.action_id]: entry(block.element, text) };
    }
    return this.post("view/submit", { view_id: view.id, values: entries });
  }

  async places(channel) {
    if (channel) {
      const messages = (await this.reads(channel)).reverse();
      return messages.map((one) => [
        { message: { channel: one.channel, ts: one.ts } },
        [one, ...(one.attachments ?? [])].flatMap(({ blocks }) => blocks ?? []),
      ]);
    }
    const { modals } = await this.get("views");
    return modals.slice(-1).map((view) => [{ view_id: view.id }, view.blocks]);
  }
}

function* elements(blocks) {
  for (const block of blocks)
    for (const element of [...(block.elements ?? []), block.accessory, block.element])
      if (element) yield [block, element];
}

// What an element's entry is called where it isn't `value`.
const ENTRIES = {
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  datepicker: "selected_date",
  timepicker: "selected_time",
};

function entry(element, given) {
  const option = optionOf(element, given);
  const several = element.type === "checkboxes" || element.type.startsWith("multi_");
  if (several && !option) throw new Error(`A ${element.type} has no options to choose from here.`);
  if (several) return { type: element.type, selected_options: [option] };
  if (option) return { type: element.type, selected_option: option };
  return { type: element.type, [ENTRIES[element.type] ?? "value"]: given };
}

/** The option of that label or value; of an external select, what was typed; else nothing. */
function optionOf(element, given) {
  if (element.type.endsWith("external_select"))
    return { text: { type: "plain_text", text: given }, value: given };
  const groups = element.option_groups ?? [];
  const options = [...(element.options ?? []), ...groups.flatMap((group) => group.options)];
  const option = options.find((one) => [one.text.text, one.value].includes(given));
  if (options.length && !option) throw new Error(`There is no option ${given}.`);
  return option;
}
