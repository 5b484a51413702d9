// Who acts: the person of the address, or whoever says who they are.

import { acting, ControlError } from "./api.js";
import { h } from "./dom.js";
import { refresh, state } from "./store.js";
import { refreshWorkspaces, rememberMe } from "./workspaces.js";

/** Read the workspace as the person of the address; false if there is no such person. */
export async function choosePerson() {
  try {
    await refreshWorkspaces();
    await refresh();
  } catch (problem) {
    if (!(problem instanceof ControlError)) throw problem;
    askWho(acting.as ? problem.message : "");
    return false;
  }
  if (state.workspaces.length > 1) acting.ws = state.workspace.id;
  rememberMe();
  const url = new URL(location.href);
  acting.as = state.me.name;
  url.searchParams.set("as", acting.as);
  if (acting.ws) url.searchParams.set("ws", acting.ws);
  history.replaceState(null, "", url);
  return true;
}

/** The address names nobody: let the person say who they are. */
function askWho(why) {
  const input = h("input", {
    name: "as",
    class: "field",
    "aria-label": "Your handle",
    placeholder: "ana",
  });
  const go = h("button", { type: "submit", class: "button is-primary is-filled" }, "Come in");
  const form = h(
    "form",
    { class: "who" },
    h("h1", {}, "Who are you here?"),
    why && h("p", {}, why),
    input,
    go,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const url = new URL(location.href);
    url.searchParams.set("as", input.value.trim().replace(/^@/, ""));
    location.assign(url);
  });
  document.body.replaceChildren(form);
  input.focus();
}
