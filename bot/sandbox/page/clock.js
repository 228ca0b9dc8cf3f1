// The clock panel: shows the bot's time and moves it.

import { get, post } from "./api.js";
import { h, icon, menu } from "./dom.js";
import { clockOf, t } from "./words.js";

const MOVES = [
  ["clock-hour", "hour", { advance: 3600 }],
  ["clock-day", "day", { advance: 86400 }],
  ["clock-monday", "monday", { to: "monday 08:30" }],
  ["clock-reset", "real", { reset: true }],
];

export class Clock {
  constructor(root) {
    this.root = root;
    this.ahead = 0;
    this.offset = 0;
    setInterval(() => this.tick(), 1000);
    window.addEventListener("language", () => this.draw());
  }

  async load() { this.take(await get("clock")); }

  take(view) {
    this.ahead = new Date(view.now) - Date.now();
    this.offset = view.offset_seconds;
    this.draw();
  }

  now() { return new Date(Date.now() + this.ahead); }

  async move(wish) { this.take(await post("clock", wish)); }

  tick() { if (this.face) this.face.textContent = clockOf(this.now()); }

  draw() {
    this.face = h("time", { class: "face", test: "clock-now" }, clockOf(this.now()));
    const state = Math.abs(this.offset) > 1 ? "moved" : "isReal";
    const compact = h("button", {
      type: "button", class: "clock-open", title: t("clock"), "aria-haspopup": "menu", test: "clock-menu",
      onclick: (event) => menu(event.currentTarget, MOVES.map(([test, key, wish]) => ({ test: `${test}-item`, label: t(key), act: () => this.move(wish) }))),
    }, icon("clock"), this.face, h("small", { class: state }, t(state)));
    const moves = h("div", { class: "moves", role: "group", "aria-label": t("clock") }, MOVES.map(([test, key, wish]) => h("button", {
      type: "button", class: "chip", test, disabled: key === "real" && state === "isReal", onclick: () => this.move(wish),
    }, t(key))));
    this.root.replaceChildren(compact, moves);
  }
}
