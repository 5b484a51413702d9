// The strip that tells a newcomer where to begin; once dismissed it stays away.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { on, state, world } from "./store.js";

const KEY = "local-slack-hint";

/** Fill the strip from the workspace's hint; a command in it (as `code`) goes into the composer. */
export function startHint(node, fill) {
  const draw = () => {
    const hint = state.hint;
    node.hidden = !hint || localStorage.getItem(KEY) === hint;
    if (node.hidden || node.dataset.hint === `${state.me.id} ${hint}`) return;
    node.dataset.hint = `${state.me.id} ${hint}`;
    const text = h(
      "span",
      {},
      "You are ",
      h("b", {}, state.me.real_name),
      ". ",
      mrkdwn(hint, world),
    );
    text.querySelectorAll("code").forEach((code) => {
      if (!code.textContent.startsWith("/")) return;
      code.replaceWith(
        h(
          "button",
          {
            type: "button",
            class: "hint-command",
            title: "Put it into the message box",
            onclick: () => fill(code.textContent),
          },
          code.textContent,
        ),
      );
    });
    const dismiss = () => {
      localStorage.setItem(KEY, hint);
      node.hidden = true;
    };
    node.replaceChildren(
      icon("info"),
      text,
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": "Dismiss the hint",
          onclick: dismiss,
        },
        icon("close"),
      ),
    );
  };
  on("state", draw);
}
