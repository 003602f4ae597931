// Leaves the page at once, ends the conversation on the server, and lets Back find nothing. Also hides the page.
import { thrice } from "./thrice.js";

const { words, leave: away, leaveHere, host } = document.body.dataset;
const say = JSON.parse(words);
const framed = parent !== window;
const tell = (does) => host && parent.postMessage({ guide: 1, does }, host);
let gone = false;

function blank() {
  const main = document.createElement("main");
  const alert = document.createElement("div");
  const heading = document.createElement("h1");
  heading.textContent = say.leaving;
  alert.className = "govuk-visually-hidden";
  alert.setAttribute("role", "alert");
  alert.append(heading);
  main.className = "leaving";
  main.append(alert);
  document.title = say.leaving;
  document.body.replaceChildren(main);
}

function end() {
  if (gone) return;
  gone = true;
  const csrf = document.querySelector("#leave [name=csrf]").value;
  navigator.sendBeacon(leaveHere, new URLSearchParams({ csrf }));
  dispatchEvent(new Event("guide:gone"));
  blank();
}

// Replaced, not followed: Back must not come to the conversation. In a frame the page around it leaves too, by our
// launcher where there is one.
function leave() {
  end();
  tell("leave");
  if (!framed) return location.replace(away);
  setTimeout(() => top.location.replace(away), host ? 300 : 0);
}

function hide() {
  if (host) return tell("hide");
  const cover = document.createElement("main");
  const heading = document.createElement("h1");
  const show = document.createElement("button");
  const [title, rest] = [document.title, [...document.body.children]];
  cover.className = "hidden-away govuk-width-container";
  heading.textContent = say.hidden;
  heading.className = "govuk-heading-m";
  show.textContent = say.show;
  show.className = "govuk-button govuk-button--secondary";
  show.addEventListener("click", () => {
    cover.remove();
    for (const part of rest) part.hidden = false;
    document.title = title;
    document.getElementById("hide").focus();
  });
  cover.append(heading, show);
  for (const part of rest) part.hidden = true;
  document.body.append(cover);
  document.title = say.hidden;
  show.focus();
}

export function start() {
  const hidden = document.getElementById("hide");
  hidden.hidden = false;
  hidden.addEventListener("click", hide);
  document.getElementById("leave").addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  thrice(document, (left) => {
    const presses = document.getElementById("presses");
    if (presses) presses.textContent = left ? say.shift.replace("{times}", left === 1 ? say.once : say.twice) : "";
  }, leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && tell("hide"));
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  addEventListener("message", (event) => {
    if (event.source !== parent || event.origin !== host || event.data?.guide !== 1) return;
    // The launcher's bar has the same buttons. The way out that Tab comes to first stays.
    if (event.data.does === "around") document.getElementById("leave").hidden = true;
    if (event.data.does !== "end") return;
    end();
    tell("ended");
  });
  tell("ready");
}
