// Text with Telegram's entities as elements. Offsets count UTF-16 units, as JavaScript strings do.

import { h } from "./dom.js";
import { t } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

// `acts` says what links and commands do: command(text), link(url) -> true when it was handled here.
export function rich(text, entities, acts) {
  const marks = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return part(text, 0, text.length, marks, acts);
}

function part(text, from, to, marks, acts) {
  const nodes = [];
  let at = from;
  let next = 0;
  while (next < marks.length) {
    const mark = marks[next];
    const end = Math.min(mark.offset + mark.length, to);
    let inner = next + 1;
    while (inner < marks.length && marks[inner].offset < end) inner += 1;
    if (mark.offset >= at) {
      nodes.push(text.slice(at, mark.offset));
      nodes.push(element(mark, text.slice(mark.offset, end), part(text, mark.offset, end, marks.slice(next + 1, inner), acts), acts));
      at = end;
    }
    next = inner;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

function element(mark, raw, children, acts) {
  if (PLAIN[mark.type]) return h(PLAIN[mark.type], {}, children);
  switch (mark.type) {
    case "blockquote": return h("blockquote", {}, children);
    case "expandable_blockquote": return h("details", { class: "quote" }, h("summary", {}, raw.split("\n")[0]), h("blockquote", {}, children));
    case "spoiler": return spoiler(children);
    case "text_link": return link(mark.url, children, acts);
    case "url": return link(raw.includes("://") ? raw : `https://${raw}`, children, acts);
    case "bot_command": return h("button", { type: "button", class: "inline-link", onclick: () => acts.command(raw) }, children);
    case "mention": case "hashtag": return h("span", { class: "tag" }, children);
    default: return h("span", {}, children);
  }
}

function spoiler(children) {
  const hidden = h("button", { type: "button", class: "spoiler", title: t("spoiler"), "aria-label": t("spoiler") }, h("span", { "aria-hidden": "true" }, children));
  hidden.addEventListener("click", () => hidden.replaceWith(h("span", {}, children)));
  return hidden;
}

function link(url, children, acts) {
  return h("a", {
    href: url, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (acts.link(url)) event.preventDefault(); },
  }, children);
}
