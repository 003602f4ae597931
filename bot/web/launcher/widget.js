// The launcher on a partnership's page: a button that opens the guide in a frame, and the quick way out.
// It needs of the page's security policy only script-src and frame-src for the guide's origin.
const script = document.currentScript;
const home = new URL(script.src).origin;
const { area = "", name = words.somebody, colour = "#1f4e5f", position = "right" } = script.dataset;

// Black or white, whichever is easier to read on the colour (WCAG relative luminance).
function inkOn(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#0b0c0c" : "#fff";
}

const tint = /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#1f4e5f";
const side = position === "left" ? "left" : "right";

function make(tag, className, text, attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const place = make("div", "", "", { role: "region", "aria-label": words.open });
const root = place.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(style.replaceAll("$tint", tint).replaceAll("$ink", inkOn(tint)).replaceAll("$side", side));
root.adoptedStyleSheets = [sheet];

const launcher = make("button", "launcher", words.open, { type: "button", "aria-expanded": "false" });
const away = make("button", "away", words.leave, { type: "button", hidden: "" });
const panel = make("div", "panel", "", { hidden: "" });
const bar = make("div", "bar", "");
const hide = make("button", "", words.hide, { type: "button" });
const leaves = make("button", "", words.leave, { type: "button" });
const presses = make("p", "presses", "", { "aria-live": "assertive" });
bar.append(make("span", "name", name), leaves, hide);
panel.append(bar);
root.append(panel, away, launcher, presses);

let frame;
let leaving = false;

function open() {
  if (!frame) {
    const query = new URLSearchParams({ frame: 1, area, host: location.origin, colour: tint.slice(1) });
    frame = make("iframe", "", "", {
      title: words.title.replace("{name}", name),
      src: `${home}/chat?${query}`,
      allow: "",
      referrerpolicy: "no-referrer",
    });
    panel.append(frame);
  }
  panel.hidden = false;
  away.hidden = true;
  launcher.setAttribute("aria-expanded", "true");
  frame.focus();
}

function close() {
  panel.hidden = true;
  away.hidden = false;
  launcher.setAttribute("aria-expanded", "false");
  launcher.focus();
}

// The page is blank at once. The frame ends the conversation and says so; nobody waits for it longer than a moment.
function leave(ended) {
  if (leaving && !ended) return;
  if (!leaving) {
    leaving = true;
    const blank = make("div", "blank", "", { role: "alert" });
    blank.append(make("span", "", words.leaving));
    root.append(blank); // the frame must stay where it is: moved, it would be loaded anew
    for (const part of [panel, launcher, away]) part.hidden = true;
    if (frame && !ended) {
      frame.contentWindow.postMessage({ guide: 1, does: "end" }, home);
      setTimeout(() => location.replace(to), 300);
      return;
    }
  }
  location.replace(to);
}

addEventListener("message", (event) => {
  if (event.origin !== home || !frame || event.source !== frame.contentWindow || event.data?.guide !== 1) return;
  if (event.data.does === "ready" && !panel.hidden) {
    frame.contentWindow.postMessage({ guide: 1, does: "around" }, home);
    frame.blur(); // focus that was given before the frame had its page does not reach into it
    frame.focus();
  }
  if (event.data.does === "leave" || event.data.does === "ended") leave(true);
  if (event.data.does === "hide") close();
});
addEventListener("pageshow", (event) => event.persisted && location.reload());
launcher.addEventListener("click", () => (panel.hidden ? open() : close()));
hide.addEventListener("click", close);
leaves.addEventListener("click", () => leave());
away.addEventListener("click", () => leave());
panel.addEventListener("keydown", (event) => event.key === "Escape" && close());
thrice(
  document,
  (left) => {
    if (frame) presses.textContent = left ? words.shift.replace("{times}", left === 1 ? words.once : words.twice) : "";
  },
  () => frame && leave(),
);
const put = () => document.body.append(place);
if (document.body) put();
else addEventListener("DOMContentLoaded", put);
