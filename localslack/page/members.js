// Who is in a channel, and the way out of it.

import { avatar } from "./avatar.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { leave } from "./sidebar.js";
import { state, world } from "./store.js";

/** Show the members of a channel, whose ids these are. */
export function showMembers(channel, members) {
  const rows = (members ?? []).map((id) => state.people.get(id)).filter(Boolean);
  const list = rows.map((person) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "person-row",
          onclick: () => {
            dialog.close();
            world.openPerson(person.id);
          },
        },
        avatar(person, 32),
        h(
          "span",
          { class: "option-two" },
          h("b", {}, person.real_name),
          h("span", { class: "faint" }, person.is_bot ? "App" : (person.title ?? "")),
        ),
      ),
    ),
  );
  const body = rows.length
    ? h("ul", { class: "plain-list people" }, list)
    : h("p", {}, `${channel.num_members ?? 0} people are in this channel.`);
  const out = h(
    "button",
    {
      type: "button",
      class: "button",
      onclick: () => {
        dialog.close();
        leave(channel);
      },
    },
    "Leave the channel",
  );
  // As in Slack, where everybody is in #general.
  const isOpen = channel.kind === "channel" && channel.is_member && channel.name !== "general";
  const foot = isOpen ? out : null;
  const name = channel.kind === "group" ? channel.name : `#${channel.name}`;
  const dialog = openDialog({ title: `Members of ${name}`, body, foot });
}
