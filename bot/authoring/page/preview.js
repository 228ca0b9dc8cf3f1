/* Which language the phones show: both side by side, or one. Without this script both are shown. */
const buttons = [...document.querySelectorAll(".switch button")];
const show = (wanted) => {
  document.documentElement.dataset.show = wanted;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === wanted));
};
for (const button of buttons) button.addEventListener("click", () => show(button.value));
const narrow = matchMedia("(max-width: 720px)").matches;
const first = narrow ? buttons.find((button) => button.value !== "both") : buttons[0];
show(narrow && first ? first.value : document.documentElement.dataset.show);
