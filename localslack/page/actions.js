// What happens when a person presses or chooses something that the bot drew.

import { act, ControlError, upload } from "./api.js";
import { Form } from "./form.js";
import { world } from "./store.js";
import { toast } from "./toasts.js";

// More than are drawn at once; on a message that was left long ago one begins anew.
const MOST = 1000;
const messages = new Map();
const views = new Map();

/** A sentence for an error that a person meets when the bot is asked. */
export function inWords(error) {
  const known = {
    operation_timeout: "The app took longer than three seconds to answer (operation_timeout).",
    dispatch_failed: "The app couldn't be reached (dispatch_failed).",
    dispatch_unknown_error:
      "The app answered with something that Slack can't read (dispatch_unknown_error).",
  };
  return known[error] ?? `The app answered with an error: ${error}.`;
}

/**
 * Do something; a refusal is shown, and false comes back. What the bot got wrong comes as a
 * notice.
 */
export async function tried(run) {
  try {
    return await run();
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    toast(problem.message, "error");
    return false;
  }
}

function formFor(surface, target) {
  const send = (block, element, value, values) =>
    tried(() =>
      act("action", {
        ...target,
        block_id: block.block_id,
        action_id: element.action_id,
        value,
        state: values,
      }),
    );
  const options = async (block, element, query) => {
    const asked = {
      ...target,
      block_id: block.block_id,
      action_id: element.action_id,
      value: query,
    };
    return (await tried(() => act("options", asked))) || {};
  };
  return new Form({
    surface,
    world,
    send,
    options,
    upload: (file) => tried(() => upload(file)),
  });
}

/** The answers on a message. */
export function messageForm({ channel, ts }) {
  const key = `${channel} ${ts}`;
  const form = messages.get(key) ?? formFor("message", { message: { channel, ts } });
  messages.delete(key);
  messages.set(key, form);
  if (messages.size > MOST) messages.delete(messages.keys().next().value);
  return form;
}

/** The answers on a view. `surface` is "modal" or "home". */
export function viewForm({ id }, surface) {
  if (!views.has(id)) views.set(id, formFor(surface, { view_id: id }));
  return views.get(id);
}

/** Forget what was typed into a view that has gone. */
export const forgetView = (id) => views.delete(id);
