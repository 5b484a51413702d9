// An app's Home tab, and its About tab.

import { tried, viewForm } from "./actions.js";
import { act, read } from "./api.js";
import { avatar } from "./avatar.js";
import { drawBlocks } from "./blocks/index.js";
import { focusedKey, h, withKey } from "./dom.js";
import { on, state } from "./store.js";

/** The Home tab of an app; it tells the bot that it was opened, and follows what is published. */
export class HomeTab {
  constructor(app) {
    this.app = app;
    this.node = h("div", {
      class: "home scroller",
      role: "region",
      "aria-label": `${app.name}: Home`,
      tabindex: "-1",
    });
    this.isGone = false;
    on("home", (data) => !this.isGone && this.heard(data));
  }

  async open() {
    this.node.setAttribute("aria-busy", "true");
    this.drawKnown();
    const answer = await tried(() => act("home/open", { app_id: this.app.app_id }));
    this.node.removeAttribute("aria-busy");
    if (!this.isGone) this.draw(answer?.view ?? null);
  }

  /** Show what was published before, while the bot is told that the tab was opened. */
  async drawKnown() {
    const { home } = await read("views").catch(() => ({}));
    const view = home?.[this.app.app_id];
    if (view && !this.view && !this.isGone) this.draw(view);
  }

  heard({ app_id: id, view }) {
    if (id && id !== this.app.app_id) return;
    if (view) this.draw(view);
  }

  draw(view) {
    if (!view) {
      if (!this.view)
        this.node.replaceChildren(
          h(
            "div",
            { class: "empty" },
            h("h3", {}, "This is a work in progress!"),
            h("p", {}, `${this.app.name} hasn't published a Home tab for you yet.`),
          ),
        );
      return;
    }
    const key = focusedKey(this.node);
    const scroll = this.node.scrollTop;
    this.view = view;
    const form = viewForm({ id: view.id ?? `home-${this.app.app_id}` }, "home");
    form.take(view.blocks, view.state?.values);
    this.node.replaceChildren(h("div", { class: "home-inner" }, drawBlocks(view.blocks, form)));
    this.node.scrollTop = scroll;
    withKey(this.node, key)?.focus({ preventScroll: true });
  }
}

/** What is known of an app. */
export function aboutTab(app) {
  const person = state.people.get(app.bot_user_id);
  const commands = (app.commands ?? []).map(({ command, description, usage_hint: hint }) =>
    h("li", {}, h("code", {}, `${command} ${hint ?? ""}`.trim()), " ", description),
  );
  return h(
    "div",
    { class: "home scroller", role: "region", "aria-label": `${app.name}: About`, tabindex: "-1" },
    h(
      "div",
      { class: "home-inner about" },
      avatar(person ?? { id: app.app_id, name: app.name, is_bot: true }, 72),
      h("h3", {}, app.name),
      app.description && h("p", {}, app.description),
      commands.length > 0 && [h("h4", {}, "Commands"), h("ul", {}, commands)],
      h("p", { class: "faint" }, `App ID: ${app.app_id}`),
    ),
  );
}
