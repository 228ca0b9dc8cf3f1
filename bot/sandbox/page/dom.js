// Building elements without a library. Text is always text: nothing here ever parses markup.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key === "test") element.dataset.testid = value;
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  send: "M4 12l16-8-5 16-3.500-6.500z",
  attach: "M8 12.500l6-6a3 3 0 0 1 4.200 4.200l-8 8a5 5 0 0 1-7-7l7.500-7.500",
  keys: "M4 7h16v10H4zM7.500 10.500h0M12 10.500h0M16.500 10.500h0M8 14h8",
  more: "M12 5.500h0M12 12h0M12 18.500h0",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  down: "M6 9l6 6 6-6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L20 20",
  phones: "M5 4h6v16H5zM14 4h6v16h-6z",
  tips: "M12 17.500h0M9.200 9a2.800 2.800 0 1 1 4 2.600c-.800.400-1.200 1-1.200 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20c.800-3.600 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500",
  place: "M12 21c4.500-5 6.500-8 6.500-11a6.500 6.500 0 0 0-13 0c0 3 2 6 6.500 11zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  voice: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21",
  video: "M3 7h12v10H3zM15 11l6-3.500v9L15 13",
  sticker: "M5 4h14v9l-6 7H5zM13 20v-7h6M9 9h0M14 9h0",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, props = {}) {
  return h("button", { type: "button", class: "icon-button", title: label, "aria-label": label, ...props }, icon(name));
}

// Arrow keys move inside a grid of buttons; Tab leaves it. One button can be reached by Tab.
export function gridKeys(grid) {
  const rows = () => [...grid.children].map((row) => [...row.children]);
  const all = rows().flat();
  all.forEach((button, at) => { button.tabIndex = at ? -1 : 0; });
  grid.addEventListener("keydown", (event) => {
    const table = rows();
    const row = table.findIndex((line) => line.includes(event.target));
    if (row < 0) return;
    const column = table[row].indexOf(event.target);
    const flat = table.flat();
    const place = flat.indexOf(event.target);
    const next = {
      ArrowRight: () => flat[place + 1],
      ArrowLeft: () => flat[place - 1],
      ArrowDown: () => table[row + 1]?.[Math.min(column, table[row + 1].length - 1)],
      ArrowUp: () => table[row - 1]?.[Math.min(column, table[row - 1].length - 1)],
      Home: () => flat[0],
      End: () => flat[flat.length - 1],
    }[event.key]?.();
    if (!next) return;
    event.preventDefault();
    flat.forEach((button) => { button.tabIndex = -1; });
    next.tabIndex = 0;
    next.focus();
  });
}

// A small menu below a button: arrows move, Escape closes, a click elsewhere closes.
export function menu(button, items) {
  const before = document.querySelector(".menu");
  if (before) before.remove();
  const list = h("div", { class: "menu", role: "menu" }, items.map((item) => h("button", {
    type: "button", role: "menuitem", class: item.danger ? "danger" : "", test: item.test,
    onclick: () => { close(); item.act(); },
  }, item.label, item.note ? h("small", {}, item.note) : null)));
  const close = () => {
    list.remove();
    document.removeEventListener("pointerdown", outside, true);
    button.setAttribute("aria-expanded", "false");
  };
  const outside = (event) => { if (!list.contains(event.target)) close(); };
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = buttons.indexOf(document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length].focus();
    }
    if (event.key === "Escape") { close(); button.focus(); }
    if (event.key === "Tab") close();
  });
  button.closest(".phone, body").append(list);
  place(list, button);
  button.setAttribute("aria-expanded", "true");
  list.firstElementChild?.focus();
  setTimeout(() => document.addEventListener("pointerdown", outside, true));
}

function place(list, button) {
  const frame = list.offsetParent.getBoundingClientRect();
  const at = button.getBoundingClientRect();
  const below = at.top - frame.top < frame.height / 2;
  const left = Math.min(Math.max(at.left - frame.left, 8), frame.width - list.offsetWidth - 8);
  list.style.left = `${left}px`;
  if (below) list.style.top = `${at.bottom - frame.top + 4}px`;
  else list.style.bottom = `${frame.bottom - at.top + 4}px`;
}

export function dialog(title, content, buttons, props = {}) {
  const opener = document.activeElement;
  const box = h("dialog", { "aria-label": title, ...props }, content, h("div", { class: "dialog-buttons" },
    buttons.map(([label, act, kind], at) => h("button", {
      type: "button", class: kind || "plain", autofocus: at === 0,
      onclick: () => { box.close(); act?.(); },
    }, label))));
  box.addEventListener("close", () => { box.remove(); opener?.focus?.(); });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  document.body.append(box);
  box.showModal();
  return box;
}
