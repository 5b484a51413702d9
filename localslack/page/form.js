// What a person has chosen and typed on one surface (a message, a modal's view, a Home tab), in the
// shape of Slack's `state.values`, and how it reaches the bot.

const SELECTS = {
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
};

const MANY = {
  checkboxes: ["selected_options", "initial_options"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  file_input: ["files", null],
};

/** The field of an element's entry that holds what was chosen, such as "selected_option". */
export const fieldOf = (type) => (SELECTS[type] ?? MANY[type] ?? ["value"])[0];

/** True for an element that remembers something between two clicks. */
const isStateful = (element) => element?.type in SELECTS || element?.type in MANY;

function initialEntry(element) {
  const [field, initial] = SELECTS[element.type] ?? MANY[element.type];
  const empty = element.type in MANY ? [] : null;
  return { type: element.type, [field]: element[initial] ?? empty };
}

/** True if a person has left the element empty. */
export function isEmpty(entry) {
  const value = entry?.[fieldOf(entry.type)];
  if (Array.isArray(value)) return value.length === 0;
  if (entry?.type === "rich_text_input") return !value?.elements?.length;
  return value === null || value === undefined || value === "";
}

function* statefulIn(blocks) {
  for (const block of blocks ?? []) {
    for (const element of [block.accessory, block.element, ...(block.elements ?? [])]) {
      if (isStateful(element)) yield [block, element];
    }
    yield* statefulIn(block.child_blocks);
  }
}

/**
 * One surface's answers. `send(block, element, value, values)` asks the bot; `options` asks for
 * external options.
 */
export class Form {
  constructor({ surface, world, send, options = null, upload = null }) {
    Object.assign(this, { surface, world, send, options, upload, errors: {}, blocks: [] });
    this.entries = new Map();
  }

  /**
   * Take a surface's blocks and what is known to be chosen; what was typed under the same ids
   * stays.
   */
  take(blocks, state = {}) {
    const before = this.entries;
    this.blocks = blocks ?? [];
    this.entries = new Map();
    for (const [block, element] of statefulIn(this.blocks)) {
      const key = keyOf(block, element);
      const kept = before.get(key);
      const known = kept ?? state[block.block_id]?.[element.action_id];
      this.entries.set(key, known?.type === element.type ? known : initialEntry(element));
    }
  }

  entry(block, element) {
    return this.entries.get(keyOf(block, element));
  }

  /** What was chosen in an element, without the entry around it. */
  chosen(block, element) {
    return this.entry(block, element)?.[fieldOf(element.type)];
  }

  /** Keep a new choice and, where the element tells the bot at once, tell it. */
  async change(block, element, chosen, { act = true } = {}) {
    const entry = { type: element.type, [fieldOf(element.type)]: chosen };
    this.entries.set(keyOf(block, element), entry);
    delete this.errors[block.block_id];
    if (act && (block.type !== "input" || block.dispatch_action))
      await this.act(block, element, entry);
  }

  act(block, element, value) {
    return this.send(block, element, value, this.values());
  }

  /** Everything chosen so far: { block_id: { action_id: entry } }. */
  values() {
    const values = {};
    for (const [block, element] of statefulIn(this.blocks)) {
      (values[block.block_id] ??= {})[element.action_id] = this.entry(block, element);
    }
    return values;
  }

  /** What a browser can refuse before the bot is asked: { block_id: sentence }. */
  complaints() {
    const found = {};
    for (const block of this.blocks.filter(({ type }) => type === "input")) {
      const sentence = complaint(block, this.entry(block, block.element));
      if (sentence) found[block.block_id] = sentence;
    }
    return found;
  }
}

const keyOf = (block, element) => `${block.block_id}\n${element.action_id}`;

function complaint({ element, optional }, entry) {
  if (isEmpty(entry)) return optional ? null : "Please complete this required field.";
  const value = entry[fieldOf(entry.type)];
  return CHECKS[element.type]?.(value, element) ?? null;
}

const CHECKS = {
  plain_text_input: (value, { min_length: least, max_length: most }) => {
    if (least && value.length < least) return `Please write at least ${least} characters.`;
    return most && value.length > most ? `Please write at most ${most} characters.` : null;
  },
  number_input: (value, element) => numberComplaint(value, element),
  email_text_input: (value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : "Please enter a valid email address.",
  url_text_input: (value) =>
    /^https?:\/\/[^\s/.]+\.?\S*$/i.test(value)
      ? null
      : "Please enter a valid URL, such as https://example.com.",
};

function numberComplaint(
  value,
  { is_decimal_allowed: decimal, min_value: least, max_value: most },
) {
  if (!/^-?\d*\.?\d+$/.test(value)) return "Please enter a number.";
  if (!decimal && !/^-?\d+$/.test(value)) return "Please enter a whole number.";
  if (least !== undefined && Number(value) < Number(least))
    return `Please enter a number that is at least ${least}.`;
  if (most !== undefined && Number(value) > Number(most))
    return `Please enter a number that is at most ${most}.`;
  return null;
}
