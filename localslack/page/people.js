// Who the page acts as, and a card about anybody whose name is clicked.

import { acting } from "./api.js";
import { avatar } from "./avatar.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openDm } from "./sidebar.js";
import { setPresence, setStatus, statusWords } from "./status.js";
import { now, on, state } from "./store.js";
import { timeOf } from "./dates.js";

/** The button that says who acts, and the dialog behind it. */
export function personSwitch() {
  const button = h("button", {
    type: "button",
    class: "person-switch",
    "aria-haspopup": "dialog",
    onclick: choosePerson,
  });
  const draw = () => {
    if (!state.me) return;
    button.replaceChildren(
      avatar(state.people.get(state.me.id) ?? state.me, 26),
      h("span", { class: "person-name" }, state.me.real_name),
      icon("down"),
    );
    button.setAttribute("aria-label", `You are ${state.me.real_name}. Act as somebody else`);
  };
  on("state", draw);
  on("open-person", ({ id }) => showPerson(id));
  return button;
}

/** The address of this page as somebody else sees it. */
function addressAs(person) {
  const url = new URL(location.href);
  url.searchParams.set("as", person.name);
  if (acting.ws) url.searchParams.set("ws", acting.ws);
  // A DM of one person is nobody else's place.
  if (!state.channels.has(state.place.channel)) url.hash = "";
  return url.href;
}

const zoneName = (person) => (person.tz ?? "").split("/").at(-1).replaceAll("_", " ");
const localTime = (person) =>
  person.tz ? `${timeOf(now(), person.tz)} in ${zoneName(person)}` : "";

function choosePerson() {
  const search = h("input", {
    type: "search",
    class: "field",
    placeholder: "Search by name or place",
    "aria-label": "Search people",
  });
  const list = h("ul", { class: "plain-list people" });
  const everybody = [...state.people.values()].filter((one) => one.can_act);
  everybody.sort((a, b) => a.real_name.localeCompare(b.real_name));
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const fits = (one) =>
      `${one.real_name} ${one.name} ${one.tz} ${one.title ?? ""}`.toLowerCase().includes(wanted);
    list.replaceChildren(...everybody.filter(fits).map(personRow));
    if (!list.children.length) list.append(h("li", { class: "faint" }, "Nobody by that name"));
  };
  search.addEventListener("input", draw);
  const links = () => [...list.querySelectorAll("a")];
  const step = (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown") (all[at + 1] ?? all[0])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? all[at - 1] : search).focus();
    else if (event.key === "Enter" && event.target === search) all[0]?.click();
    else return;
    event.preventDefault();
  };
  const note = h(
    "p",
    { class: "faint" },
    "Each browser tab has a person of its own: open a name in a new tab to be two people at once.",
  );
  const body = h("div", { class: "chooser" }, search, note, list);
  body.addEventListener("keydown", step);
  draw();
  const status = h(
    "button",
    {
      type: "button",
      class: "button",
      onclick: () => {
        dialog.close();
        setStatus();
      },
    },
    `Set a status for ${state.me.real_name}`,
  );
  const dialog = openDialog({ title: "Act as", body, foot: [status] });
  search.focus();
}

function personRow(person) {
  const isMe = person.id === state.me.id;
  return h(
    "li",
    {},
    h(
      "a",
      { href: addressAs(person), class: "person-row", "aria-current": isMe ? "true" : null },
      avatar(person, 36),
      h(
        "span",
        { class: "option-two" },
        h("b", {}, person.real_name, isMe ? " (you)" : ""),
        h(
          "span",
          { class: "faint" },
          [person.title, localTime(person), person.is_restricted && "guest"]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
      isMe && icon("check"),
    ),
  );
}

function showPerson(id) {
  const person = state.people.get(id);
  if (!person) return;
  const facts = [
    ["Handle", `@${person.name}`],
    ["Title", person.title],
    ["Status", statusWords(person)],
    ["Pronouns", person.pronouns],
    ["Phone", person.phone],
    ["Presence", person.is_bot ? "" : person.presence],
    ["Local time", localTime(person)],
    [
      "Kind",
      person.is_bot ? "App" : person.deleted ? "Deactivated" : person.is_restricted ? "Guest" : "",
    ],
  ];
  const body = h(
    "div",
    { class: "profile" },
    avatar(person, 96),
    h(
      "dl",
      {},
      facts
        .filter(([, value]) => value)
        .map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
    ),
  );
  const write = h(
    "button",
    {
      type: "button",
      class: "button",
      onclick: () => {
        dialog.close();
        openDm(id);
      },
    },
    "Message",
  );
  const become =
    person.can_act &&
    h("a", { class: "button", href: addressAs(person) }, `Act as ${person.real_name}`);
  const foot = id === state.me.id ? own() : [become, write];
  const dialog = openDialog({ title: person.real_name, body, foot, className: "dialog-small" });
  function own() {
    const button = (label, run) =>
      h(
        "button",
        {
          type: "button",
          class: "button",
          onclick: () => {
            dialog.close();
            run();
          },
        },
        label,
      );
    const away = person.presence === "away";
    return [
      button(away ? "Set yourself as active" : "Set yourself as away", setPresence),
      button("Set a status", setStatus),
    ];
  }
}
