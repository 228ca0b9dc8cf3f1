// The desk: two phones, the clock, what to try, and who has unread messages.

import { get, listen } from "./api.js";
import { Clock } from "./clock.js";
import { h, iconButton } from "./dom.js";
import { Phone } from "./phone.js";
import { badge } from "./picker.js";
import { half, keep, languageNow, read, setLanguage, t, translatePage } from "./words.js";

const NARROW = matchMedia("(max-width: 720px)");
const byId = (id) => document.getElementById(id);

class Desk {
  constructor() {
    this.persons = new Map();
    this.counts = new Map();
    this.tips = null;
    this.active = 0;
    this.two = read("two") !== "no";
    this.clock = new Clock(byId("clock"));
    this.phones = [new Phone(1, this), new Phone(2, this)];
    byId("phones").append(...this.phones.map((phone) => phone.root));
  }

  people() { return [...this.persons.values()]; }
  unread(id) { return this.counts.get(id) ?? 0; }
  visible(phone) { return NARROW.matches || !this.two ? phone === this.phones[this.active] : true; }

  async open() {
    const info = await get("page");
    this.tips = info.tips;
    this.clock.take(info);
    await this.loadPeople();
    const wishes = this.wishes();
    await Promise.all(this.phones.map((phone, at) => wishes[at] && phone.choose(wishes[at])));
    this.draw();
    listen((event) => this.hear(event), (hello) => this.again(hello), (yes) => this.connected(yes));
  }

  async loadPeople() {
    const { people } = await get("people");
    this.persons = new Map(people.map((person) => [person.id, person]));
    for (const phone of this.phones) {
      if (phone.person) phone.person = this.persons.get(phone.person.id) ?? phone.person;
      phone.drawHead();
    }
  }

  // Who is on the phones: what the address says, what was there last time, what the tips speak of, the first two.
  wishes() {
    const asked = new URLSearchParams(location.search);
    const kept = (read("phones") ?? "").split(",");
    const spoken = [...new Set((Array.isArray(this.tips) ? this.tips : []).map((tip) => tip.person))];
    const ids = ["left", "right"].map((side, at) => [asked.get(side), kept[at], spoken[at]]);
    const taken = ids.map((wish) => wish.map((id) => this.persons.get(Number(id))).find(Boolean));
    const rest = this.people().filter((person) => !taken.includes(person));
    return taken.map((person) => person ?? rest.shift());
  }

  chosen(phone) {
    if (this.visible(phone)) this.counts.delete(phone.person.id);
    keep("phones", this.phones.map((one) => one.person?.id ?? "").join(","));
    this.drawCounts();
    this.drawTabs();
  }

  hear(event) {
    if (event.kind === "clock") this.clock.load();
    if (event.kind === "person" || event.kind === "group") this.soon("people", () => this.loadPeople(), 200);
    for (const phone of this.phones) phone.hear(event);
    if (event.kind === "message" && event.chat > 0 && event.message?.author !== event.chat) this.count(event.chat);
  }

  count(id) {
    const seen = !document.hidden && this.phones.some((phone) => phone.person?.id === id && !phone.group && this.visible(phone));
    if (seen) return;
    this.counts.set(id, this.unread(id) + 1);
    this.soon("counts", () => { this.drawCounts(); this.drawTabs(); }, 50);
  }

  // Many events at once lead to one drawing.
  soon(name, act, milliseconds) {
    this.later ??= new Map();
    if (this.later.has(name)) return;
    this.later.set(name, setTimeout(() => { this.later.delete(name); act(); }, milliseconds));
  }

  drawCounts() { for (const phone of this.phones) if (phone.person) phone.drawHead(); }

  connected(yes) {
    byId("offline").hidden = yes;
    document.body.dataset.live = yes ? "yes" : "no";
  }

  // The stream is new: what happened before it began is fetched.
  async again(hello) {
    if (this.phones.every((phone) => !phone.view || (phone.view.boot === hello.boot && phone.newest >= hello.seq))) return;
    await this.loadPeople();
    await this.clock.load();
    for (const phone of this.phones) await phone.load();
  }

  draw() {
    translatePage();
    this.drawTips();
    this.drawTools();
    this.layout();
  }

  layout() {
    const single = NARROW.matches || !this.two;
    document.body.classList.toggle("single", single);
    this.phones.forEach((phone, at) => { phone.root.hidden = single && at !== this.active; });
    const current = this.phones[this.active];
    if (current.person) this.counts.delete(current.person.id);
    this.drawCounts();
    this.drawTabs();
  }

  drawTools() {
    byId("tools").replaceChildren(
      iconButton("tips", t("tips"), { test: "tips-toggle", "aria-pressed": String(!byId("tips").hidden), onclick: () => { keep("tips", byId("tips").hidden ? "yes" : "no"); this.draw(); } }),
      iconButton("phones", t("second"), { test: "two-phones", class: "icon-button wide-only", "aria-pressed": String(this.two), onclick: () => { this.two = !this.two; keep("two", this.two ? "yes" : "no"); this.draw(); } }),
      h("button", { type: "button", class: "chip", test: "language", lang: languageNow() === "zh" ? "en" : "zh-CN", onclick: () => setLanguage(languageNow() === "zh" ? "en" : "zh") }, t("language")));
  }

  drawTabs() {
    byId("tabs").replaceChildren(...this.phones.map((phone, at) => h("button", {
      type: "button", role: "tab", test: "tab", "aria-selected": String(at === this.active),
      onclick: () => { this.active = at; this.layout(); phone.toEnd(false); },
    }, phone.person?.name ?? `${t("phone")} ${at + 1}`, badge(phone.person && at !== this.active ? this.unread(phone.person.id) : 0))));
  }

  drawTips() {
    const root = byId("tips");
    const tips = Array.isArray(this.tips) ? this.tips : [];
    const shut = NARROW.matches ? read("tips") !== "yes" : read("tips") === "no";
    root.hidden = !tips.length || shut;
    root.replaceChildren(h("div", { class: "tips-head" }, h("h2", {}, t("tips")), iconButton("close", t("hide"), { test: "tips-close", onclick: () => { keep("tips", "no"); this.draw(); } })),
      h("ol", {}, tips.map((tip) => this.tip(tip))));
  }

  tip(tip) {
    const person = this.persons.get(tip.person);
    const words = typeof tip === "string" ? tip : tip[languageNow()] ?? tip.zh ?? tip.text;
    return h("li", { test: "tip" }, h("p", {}, words), person ? h("div", { class: "tip-acts" },
      h("button", { type: "button", class: "chip", test: "tip-person", title: t("tipsOpen"), onclick: () => this.pick(person) }, `${person.name}`, h("small", {}, ` ${half(person.hint)}`)),
      tip.link ? h("button", { type: "button", class: "chip primary", test: "tip-link", onclick: () => this.followTip(person, tip.link) }, t("tipsLink")) : null) : null);
  }

  // The phone that shows this person already, else the second one.
  async pick(person) {
    let at = this.phones.findIndex((phone) => phone.person?.id === person.id);
    if (at < 0) {
      at = NARROW.matches || !this.two ? this.active : 1;
      await this.phones[at].choose(person);
    }
    this.active = at;
    if (NARROW.matches) keep("tips", "no");
    this.draw();
    this.phones[at].picker.focus();
    return this.phones[at];
  }

  async followTip(person, link) {
    const phone = await this.pick(person);
    phone.follow(link);
  }
}

const desk = new Desk();
NARROW.addEventListener("change", () => desk.draw());
window.addEventListener("language", () => { desk.draw(); for (const phone of desk.phones) phone.drawAll(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) desk.layout(); });
translatePage();
desk.open();
