// One message as an element: bubble, media, inline keyboard, small actions.

import { fileAddress } from "./api.js";
import { dialog, gridKeys, h, icon, iconButton } from "./dom.js";
import { rich } from "./entities.js";
import { t, timeOf } from "./words.js";

// `phone` gives: person, bot, group, mine(message), acts (entities), tap(message, button, element), reply(message), edit(message).
export function messageElement(message, phone) {
  const mine = phone.mine(message);
  const element = h("article", {
    class: `message ${mine ? "mine" : "theirs"}${message.media_group_id ? " album" : ""}`, test: "message",
    data: { messageId: message.message_id, author: mine ? "me" : message.from?.is_bot ? "bot" : "other" },
    "aria-label": `${mine ? t("you") : nameOf(message.from)} ${timeOf(message.date)}`,
  });
  const service = serviceText(message);
  if (service) {
    element.classList.add("service");
    element.append(service);
    return element;
  }
  element.append(h("div", { class: "bubble-row" }, bubble(message, phone, mine), actions(message, phone, mine)));
  const rows = message.reply_markup?.inline_keyboard;
  if (rows) element.append(keyboard(message, rows, phone));
  return element;
}

function bubble(message, phone, mine) {
  const text = message.text ?? message.caption;
  const onlyMedia = !text && message.photo;
  return h("div", { class: `bubble${onlyMedia ? " bare" : ""}${message.edit_date ? " edited" : ""}` },
    phone.group && !mine ? h("div", { class: "author" }, nameOf(message.from)) : null,
    message.forward_origin ? h("div", { class: "forwarded" }, `↪ ${nameOf(message.forward_origin.sender_user)}`) : null,
    message.reply_to_message ? quote(message.reply_to_message) : null,
    media(message),
    text ? h("div", { class: "text", test: "text" }, rich(text, message.entities ?? message.caption_entities, phone.acts)) : null,
    h("span", { class: "meta" }, message.edit_date ? `${t("edited")} ` : "", timeOf(message.date)),
  );
}

function quote(message) {
  return h("div", { class: "quote-line" }, h("strong", {}, nameOf(message.from)), h("span", {}, brief(message)));
}

export function brief(message) {
  if (message.text ?? message.caption) return message.text ?? message.caption;
  const kind = ["photo", "document", "sticker", "voice", "video", "location", "contact"].find((name) => message[name]);
  return kind ? `[${t(kind === "document" ? "file" : kind)}]` : "…";
}

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

function media(message) {
  if (message.photo) return photo(message.photo);
  if (message.document) return documentCard(message.document);
  if (message.contact) return card("person", `${message.contact.first_name} ${message.contact.last_name ?? ""}`.trim(), `+${message.contact.phone_number.replace(/^\+/, "")}`);
  if (message.location) return card("place", message.venue?.title ?? t(message.location.live_period ? "live" : "location"), `${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`);
  if (message.sticker) return card("sticker", `${t("sticker")} ${message.sticker.emoji ?? ""}`, "");
  if (message.voice) return card("voice", t("voice"), `0:0${message.voice.duration}`);
  if (message.video || message.video_note || message.animation) return card("video", t("video"), "0:05");
  if (message.audio) return card("voice", message.audio.title ?? "audio", "");
  if (message.dice) return h("div", { class: "sticker" }, message.dice.emoji);
  return null;
}

function photo(sizes) {
  const small = sizes.find((size) => Math.max(size.width, size.height) >= 320) ?? sizes[sizes.length - 1];
  const large = sizes[sizes.length - 1];
  const image = h("img", { src: fileAddress(small.file_id), alt: t("photo"), width: small.width, height: small.height, loading: "lazy", decoding: "async" });
  return h("button", { type: "button", class: "photo", test: "photo", title: t("picture"), onclick: () => enlarge(large) }, image);
}

function enlarge(size) {
  dialog(t("photo"), h("img", { src: fileAddress(size.file_id), alt: t("photo"), class: "large" }), [[t("close")]], { class: "lightbox", test: "lightbox" });
}

function documentCard(file) {
  return h("a", { class: "card", href: fileAddress(file.file_id), download: file.file_name ?? "file", title: t("download"), test: "document" },
    h("span", { class: "card-mark" }, icon("file")), h("span", { class: "card-text" }, h("strong", {}, file.file_name ?? t("file")), h("small", {}, sizeOf(file.file_size ?? 0))));
}

function card(mark, title, note) {
  return h("div", { class: "card" }, h("span", { class: "card-mark" }, icon(mark)), h("span", { class: "card-text" }, h("strong", {}, title), h("small", {}, note)));
}

const sizeOf = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

function actions(message, phone, mine) {
  const editable = mine && (message.text !== undefined || message.caption !== undefined || message.photo);
  return h("span", { class: "actions" },
    editable ? iconButton("edit", t("edit"), { test: "edit", onclick: () => phone.edit(message) }) : null,
    iconButton("reply", t("reply"), { test: "reply", onclick: () => phone.reply(message) }));
}

function keyboard(message, rows, phone) {
  const grid = h("div", { class: "inline-keyboard", role: "group", test: "keyboard" }, rows.map((row) => h("div", { class: "keyboard-row" }, row.map((button) => inlineButton(message, button, phone)))));
  gridKeys(grid);
  return grid;
}

function inlineButton(message, button, phone) {
  if (button.url) {
    return h("a", {
      class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", test: "button",
      onclick: (event) => { if (phone.acts.link(button.url)) event.preventDefault(); },
    }, button.text, h("span", { class: "corner", "aria-hidden": "true" }, "↗"));
  }
  return h("button", { type: "button", class: "key", test: "button", data: { data: button.callback_data ?? "" }, onclick: (event) => phone.tap(message, button, event.currentTarget) }, button.text);
}

function serviceText(message) {
  if (message.new_chat_members) return `${message.new_chat_members.map(nameOf).join("、")} ${t("joined")}`;
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} ${t("left")}`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("upgraded");
  return null;
}
