// One phone: whose it is, which chat it shows, and what happens there.

import { get, post } from "./api.js";
import { Composer, sendText } from "./composer.js";
import { dialog, h, iconButton, menu } from "./dom.js";
import { messageElement } from "./message.js";
import { badge, face, openPicker } from "./picker.js";
import { dayKey, dayOf, half, t } from "./words.js";

const SPINNER = 10000;
const TOAST = 3500;

export class Phone {
  // `desk` gives: people(), unread(id), seen(id), chosen(phone).
  constructor(slot, desk) {
    this.slot = slot;
    this.desk = desk;
    this.person = null;
    this.group = null;
    this.view = null;
    this.messages = new Map();
    this.elements = new Map();
    this.waiting = new Map();
    this.acts = { command: (text) => this.write(text), link: (url) => this.follow(url) };
    this.composer = new Composer(this);
    this.build();
  }

  build() {
    this.head = h("header", { class: "phone-head" });
    this.list = h("div", { class: "messages", role: "log", "aria-live": "polite", "aria-relevant": "additions text", tabindex: "0", test: "messages" });
    this.below = h("button", { type: "button", class: "below", hidden: true, onclick: () => this.toEnd(true) });
    this.typing = h("div", { class: "typing", hidden: true });
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "assertive" });
    this.root = h("section", { class: "phone", test: "phone", data: { slot: this.slot }, "aria-label": `${t("phone")} ${this.slot}` },
      this.head, h("div", { class: "chat" }, this.list, this.below, this.typing, this.toasts), this.composer.root);
    this.list.addEventListener("scroll", () => {
      this.stuck = this.atEnd();
      if (this.stuck) this.news(0);
    });
    this.list.addEventListener("load", () => { if (this.stuck) this.toEnd(false); }, true);
    new ResizeObserver(() => { if (this.stuck) this.toEnd(false); }).observe(this.list);
    this.root.addEventListener("dragover", (event) => { event.preventDefault(); this.root.classList.add("dropping"); });
    this.root.addEventListener("dragleave", () => this.root.classList.remove("dropping"));
    this.root.addEventListener("drop", (event) => {
      event.preventDefault();
      this.root.classList.remove("dropping");
      this.composer.take([...event.dataTransfer.files]);
    });
  }

  everybody() { return this.desk.people(); }
  mine(message) { return message.author === this.person.id; }
  get chatId() { return this.group?.id ?? this.person?.id; }

  async choose(person, group = null) {
    this.person = person;
    this.group = group;
    this.composer.files = [];
    this.composer.editing = this.composer.answering = null;
    if (this.composer.input) this.composer.input.value = "";
    this.view = null;
    this.desk.chosen(this);
    await this.load();
  }

  async load() {
    if (!this.person) return;
    const asked = this.chatId;
    const group = this.group ? `&chat=${this.group.id}` : "";
    const view = await get(`chat?person=${this.person.id}${group}`);
    if (asked !== this.chatId) return;
    this.view = view;
    this.newest = view.seq;
    this.messages = new Map(view.messages.map((message) => [message.message_id, message]));
    this.drawAll();
  }

  drawAll() {
    this.drawHead();
    if (!this.view) return;
    this.elements.clear();
    this.list.replaceChildren();
    this.list.setAttribute("aria-label", t("messages"));
    const messages = [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
    if (!messages.length) this.list.append(this.welcome());
    for (const message of messages) this.show(message);
    this.composer.draw();
    this.toEnd(false);
  }

  welcome() {
    const words = this.view.bot.description || this.view.bot.short_description || t("empty");
    return h("div", { class: "welcome" }, h("strong", {}, t("what")), h("p", {}, words));
  }

  drawHead() {
    const person = this.person;
    const focused = this.head.contains(document.activeElement) && document.activeElement.dataset.testid;
    const others = this.desk.people().filter((other) => other !== person).reduce((sum, other) => sum + this.desk.unread(other.id), 0);
    this.picker = h("button", {
      type: "button", class: "picker-button", test: "person-picker", "aria-haspopup": "listbox", "aria-expanded": "false", title: t("choose"),
      onclick: () => openPicker(this.root, () => this.picker, this.desk.people(), (id) => this.desk.unread(id), person?.id, (next) => this.choose(next)),
    }, person ? face(person) : null, h("span", { class: "person-text" }, h("strong", {}, person?.name ?? t("choose")), h("small", {}, person ? half(person.hint) || `#${person.id}` : "")), badge(others), h("span", { class: "caret", "aria-hidden": "true" }, "▾"));
    this.head.replaceChildren(h("div", { class: "head-row" }, this.picker, iconButton("more", t("more"), { test: "phone-menu", "aria-haspopup": "menu", onclick: (event) => this.more(event.currentTarget) })), this.chatLine());
    if (focused) this.head.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  chatLine() {
    const groups = this.person?.groups ?? [];
    const name = this.view?.bot.first_name ?? "";
    if (!groups.length) return h("div", { class: "chat-line" }, h("span", { class: "bot-mark", "aria-hidden": "true" }, "安"), h("strong", {}, name), h("small", {}, t("bot")));
    const select = h("select", { "aria-label": t("chats"), test: "chat-select", onchange: () => this.choose(this.person, groups.find((group) => String(group.id) === select.value) ?? null) },
      h("option", { value: "" }, `${name} · ${t("privateChat")}`), groups.map((group) => h("option", { value: String(group.id), selected: group.id === this.group?.id }, group.title)));
    return h("div", { class: "chat-line" }, select);
  }

  more(button) {
    const blocked = this.view?.blocked;
    menu(button, [
      { test: "restart", label: t("restart"), act: () => this.start("") },
      { test: "block", label: t(blocked ? "unblock" : "block"), danger: !blocked, act: () => (blocked ? this.unblock() : this.does("block", {})) },
      { test: "deactivate", label: t("deactivate"), danger: true, act: () => this.does("deactivate", {}) },
    ]);
  }

  // What happens elsewhere arrives here.
  hear(event) {
    if (!this.person) return;
    this.newest = Math.max(this.newest ?? 0, event.seq);
    if (event.kind === "person" && event.person === this.person.id) { this.refresh(); return; }
    if (event.kind === "bot" || event.kind === "group") { this.refresh(); return; }
    if (event.chat !== this.chatId || !this.view) return;
    const act = { message: "arrive", edited: "arrive", deleted: "leave", keyboard: "rekey", toast: "toast", action: "act" }[event.kind];
    if (act) this[act](event);
  }

  async refresh() {
    const group = this.group ? `&chat=${this.group.id}` : "";
    const fresh = await get(`chat?person=${this.person.id}${group}&since=${this.view?.seq ?? 0}`);
    if (!this.view || fresh.chat.id !== this.chatId) return;
    this.view = { ...this.view, ...fresh, messages: this.view.messages };
    this.drawHead();
    this.composer.draw();
  }

  arrive(event) {
    const message = event.message;
    if (!message) return;
    const known = this.messages.has(message.message_id);
    const stick = this.atEnd() || this.mine(message);
    if (!this.messages.size) this.list.replaceChildren();
    this.messages.set(message.message_id, message);
    if (event.keyboard !== undefined && this.keyChanged(event.keyboard)) this.composer.draw();
    this.show(message);
    if (!known) this.typing.hidden = true;
    if (stick) this.toEnd(false);
    else if (!known) this.news((this.unseen ?? 0) + 1);
  }

  leave(event) {
    this.messages.delete(event.message_id);
    const element = this.elements.get(event.message_id);
    const focused = element?.contains(document.activeElement);
    element?.remove();
    this.elements.delete(event.message_id);
    if (focused) this.focusKeyboard([...this.elements.values()].at(-1));
  }

  keyChanged(keyboard) {
    const changed = JSON.stringify(this.view.keyboard) !== JSON.stringify(keyboard);
    if (changed) { this.view.keyboard = keyboard; this.composer.hidden = false; }
    return changed;
  }

  rekey(event) {
    if (!this.keyChanged(event.keyboard)) return;
    this.composer.draw();
    this.toEnd(false);
  }

  toast(event) {
    const detail = event.detail;
    this.ready(detail.callback);
    if (detail.person !== this.person.id) return;
    if (detail.url) this.follow(detail.url);
    if (detail.text && detail.show_alert) dialog(detail.text, h("p", {}, detail.text), [[t("ok"), null, "primary"]], { test: "alert" });
    else if (detail.text) this.say(detail.text);
  }

  say(text) {
    const note = h("div", { class: "toast", test: "toast" }, text);
    this.toasts.replaceChildren(note);
    setTimeout(() => note.remove(), TOAST + text.length * 40);
  }

  act() {
    this.typing.textContent = `${this.view.bot.first_name} ${t("typing")}`;
    this.typing.hidden = false;
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => { this.typing.hidden = true; }, 5000);
  }

  show(message) {
    const element = messageElement(message, this);
    const before = this.elements.get(message.message_id);
    this.elements.set(message.message_id, element);
    if (before) { this.swap(before, element); return; }
    this.separate(message);
    this.list.append(element);
  }

  // The pressed button's place keeps the focus when the message changes under it.
  swap(before, element) {
    const keys = [...before.querySelectorAll(".key")];
    const at = keys.indexOf(document.activeElement);
    before.replaceWith(element);
    if (at >= 0) this.focusKeyboard(element, at);
  }

  focusKeyboard(element, at = 0) {
    const keys = [...(element?.querySelectorAll(".key") ?? [])];
    const key = keys[Math.min(at, keys.length - 1)];
    if (!key) { this.list.focus(); return; }
    keys.forEach((other) => { other.tabIndex = -1; });
    key.tabIndex = 0;
    key.focus({ preventScroll: true });
  }

  separate(message) {
    const day = dayKey(message.date);
    if (this.list.lastElementChild?.dataset.day === day || (this.lastDay === day && this.list.childElementCount)) { this.lastDay = day; return; }
    this.lastDay = day;
    this.list.append(h("div", { class: "day", data: { day } }, h("span", {}, dayOf(message.date))));
  }

  atEnd() { return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 90; }

  toEnd(smooth) {
    this.stuck = true;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.news(0);
  }

  news(count) {
    this.unseen = count;
    this.below.hidden = !count;
    this.below.textContent = count ? `↓ ${count} ${t("newMessages")}` : "";
  }

  async tries(deed) {
    try { return await deed(); } catch (error) { this.say(`${t("failed")}：${error.message}`); return null; }
  }

  does(deed, args) { return this.tries(() => post(deed, { person: this.person.id, chat: this.group?.id, ...args })); }
  write(text, reply = null) { return this.tries(() => sendText(this.person.id, this.group?.id, text, reply)); }
  start(payload) { return this.tries(() => post("start", { person: this.person.id, payload })); }

  async unblock() {
    await this.does("unblock", {});
    await this.start("");
  }

  async tap(message, button, element) {
    if (!button.callback_data) return;
    element.classList.add("waiting");
    const callback = await this.does("tap", { message_id: message.message_id, data: button.callback_data });
    if (!callback) { element.classList.remove("waiting"); return; }
    this.waiting.set(callback.id, element);
    if (this.answered === callback.id) this.ready(callback.id);
    setTimeout(() => this.ready(callback.id), SPINNER);
  }

  ready(callback) {
    this.answered = callback;
    this.waiting.get(callback)?.classList.remove("waiting");
    this.waiting.delete(callback);
  }

  reply(message) { this.composer.reply(message); }
  edit(message) { this.composer.edit(message); }

  editLast() {
    const own = [...this.messages.values()].filter((message) => this.mine(message) && message.text);
    if (own.length) this.edit(own[own.length - 1]);
  }

  // A link to this bot is opened here, any other in a new tab.
  follow(url) {
    const found = /^(?:https?:\/\/)?t\.me\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url) ?? /^tg:\/\/resolve\?domain=([A-Za-z0-9_]+)(?:&start=([A-Za-z0-9_-]*))?$/.exec(url);
    if (!found || found[1].toLowerCase() !== this.view?.bot.username.toLowerCase()) return false;
    this.start(found[2] ?? "");
    return true;
  }
}
