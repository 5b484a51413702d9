// Elements are built, never parsed: no string that came from a person or a bot becomes markup.

const SVG = "http://www.w3.org/2000/svg";

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "style")
    Object.entries(value).forEach(([k, v]) => node.style.setProperty(k, v));
  else if (name === "value" || name === "checked" || name === "indeterminate") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

function build(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) set(node, name, value);
  node.append(
    ...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false),
  );
  return node;
}

/** An HTML element; attributes that are null, undefined or false are left out. */
export const h = (tag, attributes, ...children) =>
  build(document.createElement(tag), attributes, children);

/** An SVG element. */
export const svg = (tag, attributes, ...children) =>
  build(document.createElementNS(SVG, tag), attributes, children);

let count = 0;

/** An id that no other element of this page has. */
export const freshId = (prefix) => `${prefix}-${++count}`;

/** The address if a link may lead there, else null: a bot's link never runs script. */
export function safeAddress(address) {
  try {
    const url = new URL(String(address), location.href);
    return ["http:", "https:", "mailto:", "tel:", "slack:"].includes(url.protocol)
      ? url.href
      : null;
  } catch {
    return null;
  }
}

/** A link that opens in a tab of its own, or plain text if its address isn't safe. */
export function link(address, ...label) {
  const href = safeAddress(address);
  if (!href) return h("span", {}, ...label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...label);
}

/**
 * Bring a parent's children into this order while moving as few as possible, so that focus stays.
 */
export function reconcile(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

/**
 * The key of what has the focus inside a part of the page that is about to be drawn again, or
 * null.
 */
export const focusedKey = (part) =>
  part.contains(document.activeElement) ? (document.activeElement.dataset.key ?? null) : null;

/**
 * What carries a key, or (a bot may give a block a new id) what ends in the same action_id; or
 * null.
 */
export function withKey(part, key) {
  if (!key) return null;
  const action = key.split("/").slice(1).join("/");
  const found = part.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return found ?? (action ? part.querySelector(`[data-key$="/${CSS.escape(action)}"]`) : null);
}

/** Open a popover at an element, inside the window, above it if there is more room. */
export function placeBeside(popover, anchor, { align = "start", prefer = "below" } = {}) {
  const box = anchor.getBoundingClientRect();
  const gap = 4;
  const below = innerHeight - box.bottom - gap - 8;
  const above = box.top - gap - 8;
  const needed = Math.min(popover.scrollHeight + 2, 360);
  const up =
    prefer === "above" ? above >= needed || above > below : below < needed && above > below;
  popover.style.maxHeight = `${Math.max(120, Math.min(360, up ? above : below))}px`;
  const width = popover.offsetWidth;
  const left = align === "end" ? box.right - width : box.left;
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  popover.style.top = up ? "auto" : `${box.bottom + gap}px`;
  popover.style.bottom = up ? `${innerHeight - box.top + gap}px` : "auto";
}
