// Tells what is new in the conversation: by a stream of events, or by asking where a stream does not come through.
const PATIENCE = 8000;
const BETWEEN = 10000;

let source;
let asking;
let stopped = false;

function stop() {
  source?.close();
  clearTimeout(asking);
  source = asking = undefined;
}

async function ask(news) {
  try {
    const answer = await fetch("/chat/standing", { headers: { "X-Requested-With": "fetch" } });
    if (answer.ok) news(await answer.json());
  } catch {
    // offline: the next question may come through
  }
  if (asking && !stopped) asking = setTimeout(() => ask(news), BETWEEN);
}

function askInstead(news) {
  stop();
  asking = setTimeout(() => ask(news), 0);
}

function open(news) {
  if (source || asking || stopped || document.hidden) return;
  source = new EventSource("/chat/live");
  const silent = setTimeout(() => askInstead(news), PATIENCE);
  source.onmessage = (event) => {
    clearTimeout(silent);
    news(JSON.parse(event.data));
  };
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    clearTimeout(silent);
    askInstead(news);
  };
}

// Streams are few: a browser holds six to one server, so a tab that nobody sees gives its own back.
export function follow(news) {
  if (follow.on) return;
  follow.on = true;
  open(news);
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : open(news)));
  addEventListener("pagehide", stop);
  addEventListener("guide:gone", () => {
    stopped = true;
    stop();
  });
}
