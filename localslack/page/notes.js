// Where this page only comes near to what Slack shows: a small "?" that says how it differs.

import { h, placeBeside } from "./dom.js";

/** What it is, and how it differs; blocks by their type. */
const NOTES = {
  data_visualization: [
    "charts",
    "Slack draws charts itself: size, colours and what a pointer shows are its own. What a chart may hold is checked as Slack does.",
  ],
  data_table: [
    "data tables",
    "How wide columns are, and how many rows are seen at once, is this page's choice.",
  ],
  video: [
    "videos",
    "Slack plays the video in place. This page embeds nothing from elsewhere: it shows the picture and a link.",
  ],
  file: ["files", "Slack shows a preview of many kinds of files; this page only of pictures."],
  modal: [
    "modals",
    "How large a modal is, and how much of it is seen without scrolling, depends on Slack's app and its window. On a phone it fills the screen.",
  ],
  step: [
    "workflow steps",
    "Slack runs a step within a workflow that somebody has built, and gives it what earlier steps found. Here it runs alone, and what comes of it is told to whoever ran it.",
  ],
  notice: [
    "such notices",
    "Slack tells this in its own words and where it happened: at the button, in the modal, or as a message of Slackbot's. The word in brackets is Slack's.",
  ],
  ephemeral: [
    "what only you see",
    "Slack forgets such a message when it is reloaded. Here it stays until the local Slack ends.",
  ],
};

/** The "?" of a surface, or null where the page shows what Slack shows. */
export function note(surface) {
  if (!(surface in NOTES)) return null;
  const [what, sentence] = NOTES[surface];
  const button = h(
    "button",
    { type: "button", class: "note", "aria-label": `How Slack shows ${what}`, "aria-expanded": "false" },
    "?",
  );
  const anchor = h("span", { class: "note-anchor" }, button);
  button.addEventListener("click", () => {
    const open = anchor.querySelector(".note-words");
    if (open) open.hidePopover();
    else show(anchor, button, sentence);
  });
  return anchor;
}

// Beside its button, so that it can be read in a modal too, which makes everything else inert.
function show(anchor, button, sentence) {
  const words = h("div", { class: "note-words", role: "note", popover: "auto" }, sentence);
  words.addEventListener("toggle", ({ newState }) => {
    button.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "closed") words.remove();
  });
  anchor.append(words);
  words.showPopover();
  placeBeside(words, button, { align: "end" });
}
