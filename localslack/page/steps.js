// Workflow steps of apps: a form for what one asks for, and what comes of it.

import { tried } from "./actions.js";
import { act, read, upload } from "./api.js";
import { drawBlocks } from "./blocks/index.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { Form } from "./form.js";
import { note } from "./notes.js";
import { on, state, world } from "./store.js";
import { toast } from "./toasts.js";

// As long as Slack waits for the options of an input.
const PATIENCE = 3000;
// Slack itself says who runs a step.
const GIVEN = "slack#/types/user_context";
const running = new Map();

/** A menu's items: every step that can be run. */
export const steps = () =>
  state.apps.flatMap((app) =>
    (app.steps ?? []).map((step) => ({
      label: step.title,
      detail: `Workflow step of ${app.name}`,
      run: () => tried(() => open(app, step)),
    })),
  );

/** Tell whoever ran a step what came of it. */
export function followSteps() {
  on("step", ({ execution }) => tell(execution));
}

async function tell(id) {
  if (!running.has(id)) return;
  const { step } = await read("steps", { id });
  const title = running.get(id);
  if (step.state === "running" || !running.delete(id)) return;
  if (step.state === "failed") toast(`${title} failed: ${step.error}`, "error");
  else toast([`${title} is done.`, ...Object.entries(step.outputs).map(told)].join(" "));
}

const told = ([name, value]) => `${name}: ${nameOf(value) ?? JSON.stringify(value)}.`;
const nameOf = (value) =>
  state.people.get(value)?.real_name ??
  state.channels.get(value)?.name ??
  (typeof value === "string" ? value : null);

async function open(app, step) {
  const asked = step.inputs.filter(({ type }) => type !== GIVEN);
  const blocks = await Promise.all(asked.map((one) => block(app, one)));
  const form = new Form({ surface: "modal", world, send: async () => {}, upload });
  form.take(blocks);
  const body = h("div");
  const draw = () => body.replaceChildren(drawBlocks(blocks, form));
  const shell = h(
    "form",
    { class: "step-form", novalidate: true },
    step.description && h("p", { class: "faint" }, step.description),
    body,
    h("button", { type: "submit", class: "button is-primary is-filled" }, "Run"),
  );
  shell.addEventListener("submit", async (event) => {
    event.preventDefault();
    const inputs = {};
    form.errors = form.complaints();
    for (const one of asked) {
      const { element } = blocks.find(({ block_id: id }) => id === one.name);
      try {
        const value = KINDS[kindOf(one)].value(form.chosen({ block_id: one.name }, element));
        if (value !== null) inputs[one.name] = value;
      } catch {
        form.errors[one.name] ??= "Please write it as JSON.";
      }
    }
    draw();
    if (Object.keys(form.errors).length) return;
    const asking = { app_id: app.app_id, step: step.callback_id, inputs };
    const answer = await tried(() => act("steps/run", asking));
    if (!answer) return;
    running.set(answer.step.id, step.title);
    dialog.close();
    tell(answer.step.id); // it may have been quick
  });
  const dialog = openDialog({ title: step.title, body: shell, head: note("step") });
  draw();
  (body.querySelector("input, textarea") ?? shell.querySelector("button")).focus();
}

async function block(app, input) {
  const { element } = KINDS[kindOf(input)];
  return {
    type: "input",
    block_id: input.name,
    label: plain(input.title || input.name),
    hint: input.hint || input.description ? plain(input.hint || input.description) : undefined,
    optional: !input.is_required || input.type === "boolean",
    element: { action_id: "value", ...element, ...(await options(app, input)) },
  };
}

const plain = (text) => ({ type: "plain_text", text });
const orNull = (value) => (value === "" || value?.length === 0 ? null : (value ?? null));
const same = (type) => ({ element: { type }, value: orNull });
const json = {
  element: { type: "plain_text_input", multiline: true },
  value: (text) => (text ? JSON.parse(text) : null),
};
const number = (decimal) => ({
  element: { type: "number_input", is_decimal_allowed: decimal },
  value: (text) => (orNull(text) === null ? null : Number(text)),
});
const KINDS = {
  string: same("plain_text_input"),
  integer: number(false),
  number: number(true),
  boolean: {
    element: { type: "checkboxes", options: [{ text: plain("Yes"), value: "yes" }] },
    value: (chosen) => chosen.length > 0,
  },
  options: { element: { type: "static_select" }, value: (option) => option?.value ?? null },
  user_id: same("users_select"),
  channel_id: {
    element: { type: "conversations_select", filter: { include: ["public", "private"] } },
    value: orNull,
  },
  date: same("datepicker"),
  timestamp: same("datetimepicker"),
  array: json,
};

/** Which of them an input is: what Slack shows otherwise is written as JSON. */
function kindOf({ type, dynamic_options: dynamic }) {
  if (dynamic && type === "string") return "options";
  const kind = type.replace("slack#/types/", "");
  if (kind in KINDS) return kind;
  return kind.endsWith("_id") || kind.endsWith("_ts") ? "string" : "array";
}

/** The options that another step of the app gives. */
async function options(app, input) {
  if (kindOf(input) !== "options") return {};
  const { function: name, inputs } = input.dynamic_options;
  const asked = { app_id: app.app_id, step: name.replace("#/functions/", ""), inputs };
  const given = (await finished((await act("steps/run", asked)).step.id)).outputs.options;
  if (!given) toast(`${app.name} gave no options for ${input.title || input.name}.`, "error");
  return { options: given ?? [] };
}

async function finished(id) {
  for (const end = Date.now() + PATIENCE; ; ) {
    const { step } = await read("steps", { id });
    if (step.state !== "running" || Date.now() > end) return step;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
