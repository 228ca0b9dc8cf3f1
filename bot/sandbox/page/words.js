// Everything the page itself says, in both languages.

const WORDS = {
  zh: {
    title: "安稳 · 演示台", skip: "跳到手机", offline: "与演示程序的连接断开，正在重连……",
    clock: "机器人的时钟", now: "现在", hour: "+1 小时", day: "+1 天", monday: "到周一 08:30", real: "回到现实时间",
    moved: "已拨动", isReal: "现实时间", tips: "试试看", tipsOpen: "在这部手机上打开", tipsLink: "打开邀请链接", hide: "收起",
    second: "并排两部手机", language: "English", phone: "手机", choose: "选一个人", search: "按姓名、角色查找",
    nobody: "没有找到", chats: "聊天", privateChat: "与机器人的私聊", bot: "机器人", people: "位成员",
    start: "开始", unblock: "解除屏蔽，重新开始", block: "屏蔽机器人（模拟失联）", blocked: "你已屏蔽这个机器人",
    deactivate: "注销这个账号（模拟）", deactivated: "这个账号已注销", restart: "重新发送 /start",
    what: "这个机器人能做什么？", empty: "还没有消息。按“开始”与机器人说话。", message: "消息", placeholder: "输入消息",
    caption: "为照片写一句说明", send: "发送", attach: "添加", commands: "命令", keyboard: "显示或收起键盘",
    photo: "照片", photos: "照片（可多选）", file: "文件（原样发送）", camera: "拍一张（生成的测试照片）", own: "我的名片", others: "别人的名片",
    sticker: "贴纸", voice: "语音", video: "视频", location: "位置", more: "更多", reply: "回复", edit: "编辑", edited: "已编辑",
    latitude: "纬度", longitude: "经度", accuracy: "误差（米）", placeName: "地点名称", live: "实时位置",
    replying: "回复", editing: "编辑消息", cancel: "取消", close: "关闭", ok: "好", share: "分享", shareAsk: "把你的电话号码发给机器人？",
    newMessages: "条新消息", unread: "条未读", typing: "正在输入……", today: "今天", yesterday: "昨天", picture: "查看照片", download: "下载",
    contact: "名片", failed: "没有成功", remove: "移除", messages: "消息记录", you: "你", sent: "发送", joined: "加入了群", left: "离开了群", upgraded: "群已升级",
    start_link: "在这部手机上打开", poll: "投票", spoiler: "点按显示", deleted: "已删除", drop: "松手即可发送",
  },
  en: {
    title: "Anwen · demo desk", skip: "Skip to the phones", offline: "The demo is not reachable, trying again…",
    clock: "The bot's clock", now: "Now", hour: "+1 hour", day: "+1 day", monday: "To Monday 08:30", real: "Back to real time",
    moved: "moved", isReal: "real time", tips: "What to try", tipsOpen: "Open on this phone", tipsLink: "Open the invitation", hide: "Hide",
    second: "Two phones side by side", language: "中文", phone: "Phone", choose: "Choose a person", search: "Find by name or role",
    nobody: "Nobody found", chats: "Chats", privateChat: "Private chat with the bot", bot: "bot", people: "members",
    start: "Start", unblock: "Unblock and restart", block: "Block the bot (plays an unreachable person)", blocked: "You have blocked this bot",
    deactivate: "Delete this account (played)", deactivated: "This account is deleted", restart: "Send /start again",
    what: "What can this bot do?", empty: "No messages yet. Press Start to talk to the bot.", message: "Message", placeholder: "Message",
    caption: "Words for the photo", send: "Send", attach: "Attach", commands: "Commands", keyboard: "Show or hide the keyboard",
    photo: "Photo", photos: "Photos (one or several)", file: "File (sent as it is)", camera: "Take a photo (made up)", own: "My contact card", others: "Somebody else's card",
    sticker: "Sticker", voice: "Voice", video: "Video", location: "Location", more: "More", reply: "Reply", edit: "Edit", edited: "edited",
    latitude: "Latitude", longitude: "Longitude", accuracy: "Accuracy (m)", placeName: "Name of the place", live: "Live location",
    replying: "Reply to", editing: "Edit message", cancel: "Cancel", close: "Close", ok: "OK", share: "Share", shareAsk: "Send your phone number to the bot?",
    newMessages: "new", unread: "unread", typing: "is typing…", today: "Today", yesterday: "Yesterday", picture: "Look at the photo", download: "Download",
    contact: "Contact", failed: "That did not work", remove: "Remove", messages: "Messages", you: "You", sent: "Sent", joined: "joined the group", left: "left the group", upgraded: "The group was upgraded",
    start_link: "Open on this phone", poll: "Poll", spoiler: "Tap to show", deleted: "Deleted", drop: "Drop to send",
  },
};

let language = read("language") === "en" ? "en" : "zh";
export const languageNow = () => language;
export const t = (key) => WORDS[language][key] ?? key;

export function setLanguage(next) {
  language = next;
  keep("language", next);
  translatePage();
  window.dispatchEvent(new Event("language"));
}

export function translatePage() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = t(element.dataset.words);
}

export function keep(key, value) {
  try { localStorage.setItem(`sandbox.${key}`, value); } catch { /* private windows keep nothing */ }
}

export function read(key) {
  try { return localStorage.getItem(`sandbox.${key}`); } catch { return null; }
}

// A hint may be "中文 · English": each language sees its half.
export function half(text) {
  const parts = text.split(" · ");
  return parts.length === 2 ? parts[language === "zh" ? 0 : 1] : text;
}

const ZONE = "Asia/Shanghai";
const locale = () => (language === "zh" ? "zh-CN" : "en-GB");
export const timeOf = (seconds) => new Date(seconds * 1000).toLocaleTimeString(locale(), { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });
export const dayKey = (seconds) => new Date(seconds * 1000).toLocaleDateString("sv-SE", { timeZone: ZONE });
export const dayOf = (seconds) => new Date(seconds * 1000).toLocaleDateString(locale(), { timeZone: ZONE, month: "long", day: "numeric", weekday: "short" });
export function clockOf(date) {
  const day = date.toLocaleDateString(locale(), { timeZone: ZONE, month: "numeric", day: "numeric" });
  const weekday = date.toLocaleDateString(locale(), { timeZone: ZONE, weekday: "short" });
  return `${day} ${weekday} ${timeOf(date / 1000)}`;
}
