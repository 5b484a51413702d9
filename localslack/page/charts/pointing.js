// The value under the pointer or the arrow keys.

import { h } from "../dom.js";
import { key } from "./marks.js";

export function showValues(readout, heading, rows, across) {
  readout.style.setProperty("--across", `${Math.min(0.85, Math.max(0.15, across)) * 100}%`);
  readout.replaceChildren(
    heading ? h("strong", {}, heading) : "",
    ...rows.map(([tint, shape, name, value]) =>
      h("div", {}, key(tint, shape), `${name}: `, h("b", {}, value)),
    ),
  );
}

export function followPointer(picture, count, indexAt, tell) {
  const clamp = (index) => Math.min(count - 1, Math.max(0, index));
  picture.addEventListener("pointermove", (event) => {
    const box = picture.getBoundingClientRect();
    tell(clamp(indexAt((event.clientX - box.left) / box.width)));
  });
  picture.addEventListener("pointerleave", () => tell(null));
  followKeys(picture, count, tell);
}

export function followKeys(picture, count, tell) {
  let at = -1;
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    at = Math.max(0, at + step + (at < 0 && step < 0 ? count + 1 : 0)) % count;
    tell(at);
  });
  picture.addEventListener("blur", () => tell(null));
}
