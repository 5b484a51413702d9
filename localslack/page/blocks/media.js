// Pictures, videos and files.

import { h, link, safeAddress } from "../dom.js";
import { icon } from "../icons.js";
import { text, words } from "./text.js";

/** The address of an image's bytes, from `image_url` or `slack_file`, or null. */
export function addressOf({ image_url: url, slack_file: file }, world) {
  if (url) return safeAddress(url);
  if (!file) return null;
  return safeAddress(file.url ?? world.fileAddress(file.id));
}

/** A picture; one that can't be loaded leaves its words. */
export function picture(element, world, className) {
  const address = addressOf(element, world);
  const alternative = element.alt_text ?? "";
  const missing = () =>
    h(
      "span",
      { class: `${className} is-missing`, role: "img", "aria-label": alternative || "Picture" },
      alternative || "Picture",
    );
  if (!address) return missing();
  const node = h("img", {
    class: className,
    src: address,
    alt: alternative,
    loading: "lazy",
    referrerpolicy: "no-referrer",
  });
  node.addEventListener("error", () => node.replaceWith(missing()), { once: true });
  return node;
}

/** An image block: its title above, a click shows it in full. */
export function image(block, world) {
  const title = block.title && h("div", { class: "image-title" }, text(block.title, world));
  const address = addressOf(block, world);
  const shown = picture(block, world, "image");
  return h("div", { class: "image-block" }, title, address ? link(address, shown) : shown);
}

/** A video block, as a picture and a link: nothing from elsewhere is embedded. */
export function video(block, world) {
  const address = block.title_url ?? block.video_url;
  return h(
    "div",
    { class: "video" },
    link(address, h("strong", {}, text(block.title, world))),
    block.author_name && h("div", { class: "faint" }, block.author_name),
    block.description && h("div", {}, text(block.description, world)),
    block.thumbnail_url &&
      link(
        address,
        picture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, world, "image"),
      ),
    h("div", {}, link(block.video_url, `Watch: ${words(block.title, world)}`)),
  );
}

const isPicture = ({ mimetype, filetype }) =>
  /^image\//.test(mimetype ?? "") || ["png", "jpg", "jpeg", "gif", "webp"].includes(filetype);

/** A file that hangs on a message. */
export function file(one, world) {
  const address = one.url_private ?? one.permalink ?? one.url_private_download;
  const name = one.title || one.name || one.id;
  if (isPicture(one) && address) {
    return h(
      "figure",
      { class: "file-picture" },
      h("figcaption", {}, name),
      link(address, picture({ image_url: address, alt_text: one.alt_txt || name }, world, "image")),
    );
  }
  const size =
    one.size === undefined
      ? ""
      : one.size < 1024
        ? `${one.size} bytes`
        : `${Math.round(one.size / 1024)} kB`;
  const label = [
    h("strong", {}, name),
    h(
      "span",
      { class: "faint" },
      [one.pretty_type ?? one.filetype?.toUpperCase(), size].filter(Boolean).join(" · "),
    ),
  ];
  return h(
    "div",
    { class: "file-card" },
    icon("file"),
    h("span", { class: "file-words" }, address ? link(address, label[0]) : label[0], label[1]),
  );
}
