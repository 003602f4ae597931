// Sends the chat's form without leaving the page. Without this script, or when it fails, the form posts by itself.
import { Checkboxes } from "./govuk/checkboxes.js";
import { start as startLeave } from "./leave.js";
import { start as startLook } from "./look.js";

const SLOW = 800;
const LIMIT = 30000;
const PAUSE = 1000;
const WARN = 10 * 60;
const ASK_EVERY = 10000;

const say = JSON.parse(document.body.dataset.words);
const log = document.getElementById("log");
let waiting = false;
let plain = false; // the server's answer was not usable: the next try is an ordinary form post
let ending;
let gone = false;

const panel = () => document.getElementById("panel");
const answer = () => document.getElementById("answer");
const box = () => document.getElementById("text");
const count = () => Number(panel().dataset.messages);

function dress() {
  document.getElementById("keys").hidden = false;
  for (const set of panel().querySelectorAll('[data-module="govuk-checkboxes"]')) new Checkboxes(set);
  if (count()) warn(Number(panel().dataset.seconds));
}

function wait(on) {
  waiting = on;
  box().readOnly = on;
  for (const button of panel().querySelectorAll("button")) button.setAttribute("aria-disabled", on);
}

function tell(words, failed = false) {
  const status = document.getElementById("status");
  status.textContent = words;
  status.classList.toggle("status--failed", failed);
}

async function piece(address, options = {}) {
  const response = await fetch(address, {
    headers: { "X-Requested-With": "fetch" },
    signal: AbortSignal.timeout(LIMIT),
    ...options,
  });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page.getElementById("panel")) {
    const refused = [429, 503].includes(response.status) && page.getElementById("told");
    plain = !refused;
    throw new Error(`answer ${response.status} is not a turn`, { cause: refused?.textContent });
  }
  plain = false;
  return page;
}

// A message carries its own key, so sending it again after a lost answer does not say it twice.
async function post(address, body) {
  const send = () => piece(address, { method: "POST", body: new URLSearchParams(body) });
  try {
    return await send();
  } catch (problem) {
    if (plain) throw problem;
    tell(say.again);
    await new Promise((done) => setTimeout(done, PAUSE));
    return send();
  }
}

function add(page) {
  const added = page.getElementById("new");
  const lines = [...added.children];
  if ("whole" in added.dataset) log.replaceChildren();
  if (lines.some((line) => line.id)) document.getElementById("latest")?.removeAttribute("id");
  document.getElementById("welcome")?.remove();
  document.getElementById("problem")?.remove();
  log.append(...lines);
  return lines;
}

// After the reader's own action: focus goes to what is new.
function show(page) {
  const lines = add(page);
  panel().replaceWith(page.getElementById("panel"));
  dress();
  const problem = document.getElementById("problem");
  const card = lines.map((line) => line.querySelector(".card h2")).find(Boolean);
  const reply = log.querySelector("#latest ~ .message--guide .message__who");
  const target = problem ?? card ?? panel().querySelector("[data-focus]") ?? reply;
  if (!problem) document.getElementById("latest")?.scrollIntoView();
  target?.focus();
}

// After something that happened elsewhere: what the reader typed, chose and stands on stays as it is.
function refresh(page) {
  const asked = () => panel().querySelector("[data-question]")?.dataset.question;
  const [question, typed, focused] = [asked(), new FormData(answer()), document.activeElement];
  add(page);
  panel().replaceWith(page.getElementById("panel"));
  box().value ||= typed.get("text");
  if (asked() === question) {
    for (const field of panel().querySelectorAll("[data-question] input")) {
      if (field.type === "text") field.value ||= typed.get(field.name) ?? "";
      else field.checked ||= typed.getAll(field.name).includes(field.value);
    }
  }
  dress();
  if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus();
}

// The conversation may be open in two windows, be carried on elsewhere, or end: asked while somebody looks.
async function ask() {
  if (gone || waiting || document.hidden || !count()) return;
  const shown = panel();
  try {
    const answer = await fetch("/chat/standing");
    const news = answer.ok && (await answer.json());
    // A turn may have come between, and with a code it may have led to another conversation than was asked about.
    if (news && !waiting && panel() === shown) await heard(news, shown);
  } catch {
    // offline: the next time
  }
}

async function heard({ messages, seconds }, shown) {
  if (!seconds) return location.replace(answer().action);
  warn(seconds);
  if (messages <= count()) return;
  const address = new URL(answer().action);
  address.searchParams.set("seen", answer().elements.seen.value);
  try {
    const page = await piece(address);
    if (waiting || panel() !== shown) return;
    refresh(page);
    tell(say.elsewhere);
  } catch {
    // the next news, or the reader's next answer, brings it
  }
}

function warn(seconds) {
  clearTimeout(ending);
  const notice = document.getElementById("ending");
  const far = seconds > WARN;
  if (notice) notice.textContent = far ? "" : say.ending.replace("{minutes}", Math.max(1, Math.round(seconds / 60)));
  if (far) ending = setTimeout(() => warn(WARN), Math.min((seconds - WARN) * 1000, 2 ** 31 - 1));
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.id !== "answer") return;
  if (waiting) return event.preventDefault();
  if (plain) return;
  event.preventDefault();
  const extending = event.submitter?.hasAttribute("formaction");
  const body = new FormData(form, event.submitter);
  wait(true);
  tell(say.sending);
  const slow = setTimeout(() => tell(say.working), SLOW);
  try {
    if (extending) refresh(await post(event.submitter.formAction, body));
    else show(await post(form.action, body));
    tell("");
  } catch (problem) {
    tell(problem.cause ?? say.failed, true);
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

document.addEventListener("visibilitychange", ask);
addEventListener("focus", ask);
addEventListener("guide:gone", () => (gone = true));
setInterval(ask, ASK_EVERY);
addEventListener("offline", () => tell(say.lost, true));
addEventListener("online", () => tell(say.back));
document.body.classList.add("js-enabled", "govuk-frontend-supported");
startLeave();
startLook();
dress();
document.querySelector("#chat > #problem")?.focus();
