// Choosing a person: a button with the name, a list with search, roles and unread counts.

import { h, icon } from "./dom.js";
import { half, t } from "./words.js";

const COLOURS = 7;

export function face(person) {
  return h("span", { class: `face-mark hue-${person.id % COLOURS}`, "aria-hidden": "true" }, [...person.name][0] ?? "?");
}

export function matches(person, wish) {
  return `${person.name} ${person.hint} ${person.username} ${person.id}`.toLowerCase().includes(wish.trim().toLowerCase());
}

// Opens over `frame`; `button()` is where the focus returns to; calls `choose(person)`.
export function openPicker(frame, button, people, unread, current, choose) {
  frame.querySelector(".picker")?.remove();
  const list = h("ul", { class: "picker-list", role: "listbox", id: `people-${Math.random().toString(36).slice(2)}`, "aria-label": t("choose") });
  const search = h("input", {
    type: "search", placeholder: t("search"), "aria-label": t("search"), role: "combobox", "aria-expanded": "true",
    "aria-controls": list.id, "aria-autocomplete": "list", test: "person-search", autocomplete: "off",
  });
  const panel = h("div", { class: "picker", test: "person-list" }, h("div", { class: "picker-search" }, icon("search"), search), list);
  let shown = [];
  let at = 0;

  const close = (back = true) => {
    panel.remove();
    document.removeEventListener("pointerdown", outside, true);
    button().setAttribute("aria-expanded", "false");
    if (back) button().focus();
  };
  const outside = (event) => { if (!panel.contains(event.target) && !button().contains(event.target)) close(false); };
  const take = (person) => { close(); choose(person); };
  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    const item = list.children[at];
    if (item) { search.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
  };
  const draw = () => {
    shown = people.filter((person) => matches(person, search.value));
    at = Math.max(0, shown.findIndex((person) => person.id === current));
    list.replaceChildren(...shown.map((person) => h("li", {
      role: "option", id: `${list.id}-${person.id}`, class: "person", test: "person-option", data: { person: person.id },
      onclick: () => take(person), onpointermove: () => { at = shown.indexOf(person); mark(); },
    }, face(person), h("span", { class: "person-text" }, h("strong", {}, person.name), h("small", {}, half(person.hint) || `#${person.id}`)), badge(unread(person.id)))));
    if (!shown.length) list.append(h("li", { class: "nobody" }, t("nobody")));
    mark();
  };
  search.addEventListener("input", draw);
  search.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) { event.preventDefault(); at = (at + step + shown.length) % shown.length; mark(); }
    if (event.key === "Enter" && shown[at] && !event.isComposing) { event.preventDefault(); take(shown[at]); }
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "Tab") close(false);
  });
  frame.append(panel);
  button().setAttribute("aria-expanded", "true");
  draw();
  search.focus();
  setTimeout(() => document.addEventListener("pointerdown", outside, true));
}

export function badge(count) {
  return count ? h("span", { class: "badge", test: "unread", title: `${count} ${t("unread")}` }, String(count > 99 ? "99+" : count)) : null;
}
