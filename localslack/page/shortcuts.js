// What apps offer beside their commands: anywhere, and on a message.

import { tried } from "./actions.js";
import { act } from "./api.js";
import { state } from "./store.js";

/** A menu's items: every shortcut of a type (`global`, `message`); `on` is the message meant. */
export const shortcutsOf = (type, on = null) =>
  state.apps.flatMap((app) =>
    (app.shortcuts ?? [])
      .filter((shortcut) => shortcut.type === type)
      .map(({ name, callback_id: id }) => ({
        label: name,
        detail: app.name,
        run: () => tried(() => act("shortcut", { app_id: app.app_id, callback_id: id, ...where(on) })),
      })),
  );

const where = (message) =>
  message ? { message: { channel: message.channel, ts: message.ts } } : {};
