// Sends the chat's form without leaving the page. Without this script, or when it fails, the form posts by itself.
import { Checkboxes } from "./govuk/checkboxes.js";

const SLOW = 800;
const LIMIT = 30000;
const FAILED = "Your message was not sent. What you typed is still here. Check your connection, then press Continue to try again.";

const log = document.getElementById("log");
let waiting = false;
let plain = false; // the server's answer was not usable: the next try is an ordinary form post

const panel = () => document.getElementById("panel");
const status = () => document.getElementById("status");

function dress() {
  document.getElementById("keys").hidden = false;
  for (const set of panel().querySelectorAll('[data-module="govuk-checkboxes"]')) new Checkboxes(set);
}

function wait(on) {
  waiting = on;
  document.getElementById("text").readOnly = on;
  for (const button of panel().querySelectorAll("button")) button.setAttribute("aria-disabled", on);
}

function tell(words, failed = false) {
  status().textContent = words;
  status().classList.toggle("status--failed", failed);
}

async function post(form, body) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(body),
    headers: { "X-Requested-With": "fetch" },
    signal: AbortSignal.timeout(LIMIT),
  });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  plain = !page.getElementById("panel");
  if (plain) throw new Error(`answer ${response.status} is not a turn`);
  return page;
}

function show(page) {
  const lines = [...page.getElementById("new").children];
  if (lines.some((line) => line.id)) document.getElementById("latest")?.removeAttribute("id");
  document.getElementById("welcome")?.remove();
  document.getElementById("problem")?.remove();
  log.append(...lines);
  panel().replaceWith(page.getElementById("panel"));
  dress();
  look(lines);
}

// Focus moves only here: after the reader's own action, to what is new.
function look(lines) {
  const problem = document.getElementById("problem");
  const card = lines.map((line) => line.querySelector(".card h2")).find(Boolean);
  const reply = log.querySelector("#latest ~ .message--guide .message__who");
  const target = problem ?? card ?? panel().querySelector("[data-focus]") ?? reply;
  if (!problem) document.getElementById("latest")?.scrollIntoView();
  target?.focus();
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (waiting) return event.preventDefault();
  if (form.id !== "answer" || plain) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  wait(true);
  tell("Sending...");
  const slow = setTimeout(() => tell("Reading your answer..."), SLOW);
  try {
    show(await post(form, body));
  } catch {
    tell(FAILED, true);
  } finally {
    clearTimeout(slow);
    wait(false);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.target.id !== "text" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit(document.getElementById("continue"));
});

document.body.classList.add("js-enabled", "govuk-frontend-supported");
dress();
document.querySelector("#chat > #problem")?.focus();
