// The lower end of a phone: text field, attachments, commands, the keyboard a bot shows.

import { post, upload } from "./api.js";
import { dialog, gridKeys, h, icon, iconButton, menu } from "./dom.js";
import { brief, nameOf } from "./message.js";
import { openPicker } from "./picker.js";
import { t } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.files = [];
    this.answering = null;
    this.editing = null;
    this.hidden = false;
    this.root = h("div", { class: "composer-area" });
    this.root.addEventListener("paste", (event) => this.take([...event.clipboardData.files]));
  }

  draw() {
    const view = this.phone.view;
    const words = this.input?.value ?? "";
    const focused = document.activeElement === this.input;
    if (!view) { this.root.replaceChildren(); return; }
    if (view.deactivated) this.root.replaceChildren(h("p", { class: "closed" }, t("deactivated")));
    else if (!this.phone.group && view.blocked) this.root.replaceChildren(this.big("unblock", () => this.phone.unblock(), t("unblock")));
    else if (!this.phone.group && !view.started) this.root.replaceChildren(this.big("start", () => this.phone.start(""), t("start")));
    else this.root.replaceChildren(...this.parts(words));
    if (focused) this.input?.focus();
    this.grow();
  }

  big(test, act, label) {
    return h("button", { type: "button", class: "big", test, onclick: act }, label);
  }

  parts(words) {
    this.input = h("textarea", {
      rows: 1, test: "composer", placeholder: t(this.files.length ? "caption" : "placeholder"), "aria-label": t("message"), value: words,
      oninput: () => { this.grow(); this.suggest(); }, onkeydown: (event) => this.typed(event),
    });
    const keyboard = this.phone.view.keyboard?.keyboard;
    this.suggestions = h("div", { class: "suggestions", hidden: true });
    return [
      this.suggestions,
      this.context(),
      this.strip(),
      h("div", { class: "composer" },
        iconButton("attach", t("attach"), { test: "attach", "aria-haspopup": "menu", onclick: (event) => this.attach(event.currentTarget) }),
        this.input,
        this.phone.view.commands.length ? h("button", { type: "button", class: "icon-button slash", title: t("commands"), "aria-label": t("commands"), "aria-haspopup": "menu", test: "commands", onclick: (event) => this.commands(event.currentTarget) }, "/") : null,
        keyboard ? iconButton("keys", t("keyboard"), { test: "keyboard-toggle", "aria-pressed": String(!this.hidden), onclick: () => { this.hidden = !this.hidden; this.draw(); } }) : null,
        iconButton("send", t("send"), { test: "send", class: "icon-button send", onclick: () => this.send() })),
      keyboard && !this.hidden ? this.keys(keyboard) : null,
      this.hiddenInputs(),
    ].filter(Boolean);
  }

  context() {
    const about = this.editing ?? this.answering;
    if (!about) return null;
    return h("div", { class: "context", test: "context" },
      h("span", {}, h("strong", {}, this.editing ? t("editing") : `${t("replying")} ${nameOf(about.from)}`), h("span", {}, brief(about))),
      iconButton("close", t("cancel"), { onclick: () => this.settle() }));
  }

  strip() {
    if (!this.files.length) return null;
    return h("div", { class: "strip", test: "strip" }, this.files.map((file, at) => h("span", { class: "thing" },
      file.asPhoto ? h("img", { src: file.preview, alt: file.name }) : h("span", { class: "thing-name" }, file.name),
      iconButton("close", `${t("remove")} ${file.name}`, { onclick: () => { this.files.splice(at, 1); this.draw(); this.input.focus(); } }))));
  }

  keys(rows) {
    const grid = h("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), test: "reply-keyboard" }, rows.map((row) => h("div", { class: "keyboard-row" }, row.map((key) => h("button", {
      type: "button", class: "key", test: "key", onclick: () => this.press(key),
    }, key.request_contact ? icon("person") : null, key.text)))));
    gridKeys(grid);
    return grid;
  }

  hiddenInputs() {
    this.photoInput = h("input", { type: "file", accept: "image/*", multiple: true, hidden: true, test: "photo-input", onchange: (event) => this.take([...event.target.files], true) });
    this.fileInput = h("input", { type: "file", multiple: true, hidden: true, test: "file-input", onchange: (event) => this.take([...event.target.files], false) });
    return h("span", { hidden: true }, this.photoInput, this.fileInput);
  }

  take(files, asPhotos) {
    if (!files.length) return;
    for (const file of files) {
      file.asPhoto = asPhotos ?? file.type.startsWith("image/");
      if (file.asPhoto) file.preview = URL.createObjectURL(file);
      this.files.push(file);
    }
    this.draw();
    this.input.focus();
  }

  attach(button) {
    const other = (kind) => ({ test: `attach-${kind}`, label: t(kind), act: () => this.phone.does("other", { kind }) });
    menu(button, [
      { test: "attach-photo", label: t("photos"), act: () => this.photoInput.click() },
      { test: "attach-camera", label: t("camera"), act: () => this.snap() },
      { test: "attach-file", label: t("file"), act: () => this.fileInput.click() },
      { test: "attach-contact", label: t("own"), act: () => this.phone.does("contact", {}) },
      { test: "attach-other-contact", label: t("others"), act: () => this.otherCard(button) },
      { test: "attach-location", label: t("location"), act: () => this.place() },
      other("sticker"), other("voice"), other("video"),
    ]);
  }

  place() {
    const number = (name, value) => h("input", { type: "number", step: "any", required: true, value, test: `place-${name}`, "aria-label": t(name) });
    const field = (name, input) => h("label", {}, h("span", {}, t(name)), input);
    const lat = number("latitude", 37.4355), lon = number("longitude", 116.3574), accuracy = number("accuracy", 15);
    const title = h("input", { type: "text", maxlength: 60, test: "place-name", "aria-label": t("placeName") });
    const live = h("input", { type: "checkbox", test: "place-live", "aria-label": t("live") });
    const share = () => this.phone.does("place", {
      lat: lat.value, lon: lon.value, title: title.value, live: live.checked ? 900 : null, accuracy: live.checked ? accuracy.value : null,
    });
    const form = h("div", { class: "fields" }, field("latitude", lat), field("longitude", lon), field("placeName", title), field("accuracy", accuracy), field("live", live));
    dialog(t("location"), form, [[t("share"), share, "primary"], [t("cancel")]], { test: "place" });
  }

  snap() {
    const seed = Math.floor(Math.random() * 10000);
    return this.phone.does("photo", { generate: { width: 960, height: 720, seed }, caption: this.takeWords() });
  }

  otherCard(button) {
    const others = this.phone.everybody().filter((person) => person.id !== this.phone.person.id);
    openPicker(this.phone.root, () => button, others, () => 0, null, (person) => this.phone.does("contact", { of: person.id }));
  }

  commands(button) {
    menu(button, this.phone.view.commands.map((command) => ({
      test: "command", label: `/${command.command}`, note: command.description, act: () => this.phone.write(`/${command.command}`),
    })));
  }

  suggest() {
    const typed = /^\/([a-z0-9_]*)$/i.exec(this.input.value);
    const fitting = typed ? this.phone.view.commands.filter((command) => command.command.startsWith(typed[1].toLowerCase())) : [];
    this.suggestions.hidden = !fitting.length;
    this.suggestions.replaceChildren(...fitting.map((command) => h("button", {
      type: "button", onclick: () => { this.input.value = ""; this.phone.write(`/${command.command}`); this.suggest(); this.input.focus(); },
    }, h("strong", {}, `/${command.command}`), h("small", {}, command.description))));
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === "Escape" && (this.editing || this.answering)) this.settle();
    if (event.key === "ArrowUp" && !this.input.value) this.phone.editLast();
  }

  async send() {
    const text = this.input.value;
    const files = this.files;
    if (!files.length && !text.trim()) return;
    const reply = this.answering?.message_id ?? null;
    const editing = this.editing;
    this.input.value = "";
    this.files = [];
    this.settle();
    if (editing) await this.phone.does("edit", { message_id: editing.message_id, text });
    else if (files.length) await this.sendFiles(files, text);
    else await this.phone.write(text, reply);
  }

  async sendFiles(files, caption) {
    const photos = files.filter((file) => file.asPhoto);
    const others = files.filter((file) => !file.asPhoto);
    const fields = (words) => ({ person: this.phone.person.id, chat: this.phone.group?.id, caption: words });
    await this.phone.tries(async () => {
      if (photos.length) await upload("photo", fields(caption), photos);
      if (others.length) await upload("file", fields(photos.length ? "" : caption), others);
    });
  }

  takeWords() {
    const words = this.input.value;
    this.input.value = "";
    return words;
  }

  async press(key) {
    const press = () => this.phone.does("press", { label: key.text });
    if (!key.request_contact) { await press(); return; }
    dialog(t("shareAsk"), h("p", {}, t("shareAsk")), [[t("share"), press, "primary"], [t("cancel")]], { test: "share" });
  }

  reply(message) { this.answering = message; this.editing = null; this.draw(); this.input?.focus(); }

  edit(message) {
    this.editing = message;
    this.answering = null;
    this.draw();
    this.input.value = message.text ?? message.caption ?? "";
    this.grow();
    this.input.focus();
  }

  settle() {
    if (this.editing) this.input.value = "";
    this.editing = this.answering = null;
    this.draw();
    this.input?.focus();
  }

  grow() {
    if (!this.input) return;
    this.input.style.height = "auto";
    const wanted = this.input.value ? this.input.scrollHeight : 0;
    if (wanted) this.input.style.height = `${Math.min(wanted + 2, 130)}px`;
  }
}

export const sendText = (person, chat, text, reply) => post("text", { person, chat, text, reply_to: reply });
