// What happens when a person presses or chooses something that the bot drew.

import { act, ControlError, upload } from "./api.js";
import { Form } from "./form.js";
import { world } from "./store.js";
import { toast } from "./toasts.js";

const forms = new Map();

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

function formFor(key, surface, target) {
  if (forms.has(key)) return forms.get(key);
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
  const form = new Form({
    surface,
    world,
    send,
    options,
    upload: (file) => tried(() => upload(file)),
  });
  forms.set(key, form);
  return form;
}

/** The answers on a message. */
export const messageForm = ({ channel, ts }) =>
  formFor(`${channel} ${ts}`, "message", { message: { channel, ts } });

/** The answers on a view. `surface` is "modal" or "home". */
export const viewForm = (view, surface) =>
  formFor(`view ${view.id}`, surface, { view_id: view.id });

/** Forget what was typed into a view that has gone. */
export const forgetView = (id) => forms.delete(`view ${id}`);
