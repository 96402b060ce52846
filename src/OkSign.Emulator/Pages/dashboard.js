// Keeps the dashboard up to date: the server says that something has changed, and the page asks what.

import { renderInto } from "./dashboard-dom.js";
import { newsBetween } from "./dashboard-news.js";
import { content, navigation, textsToCopy } from "./dashboard-view.js";

const copiedFor = 1500;

const live = document.getElementById("live");
const news = document.getElementById("news");

/** What the visitor has opened, revealed or just copied. */
const view = { open: new Set(), revealed: new Set(), copied: null };

let state = null;
let events = null;
let reading = false;
let readAgain = false;

document.addEventListener("click", event => act(event.target.closest("[data-copy], [data-reveal]")));
document.addEventListener("toggle", event => noteToggled(event.target), { capture: true });
document.addEventListener("visibilitychange", follow);
follow();

// Nobody looks at a hidden tab, and a browser has only six connections to a server for all its tabs.
function follow() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events || events.readyState === EventSource.CLOSED) {
    events = new EventSource("/_dashboard/events");
    events.addEventListener("change", read);

    // What is due by the clock, such as a reminder, is found when somebody asks.
    events.addEventListener("heartbeat", read);
    events.addEventListener("open", () => show("live", "Live"));
    events.addEventListener("error", lost);
  }
}

function lost() {
  show("lost", "Not connected");
  if (events?.readyState === EventSource.CLOSED) {
    setTimeout(follow, 2000);
  }
}

async function read() {
  readAgain = reading;
  if (reading) {
    return;
  }

  reading = true;
  try {
    const response = await fetch("/_dashboard/state", { cache: "no-store" });
    if (response.ok) {
      update(await response.json());
      show("live", "Live");
    } else {
      lost();
    }
  } catch {
    lost();
  } finally {
    reading = false;
    if (readAgain) {
      read();
    }
  }
}

function update(next) {
  const previous = state;
  state = next;
  render(previous);
  if (previous) {
    const text = newsBetween(previous, next);
    if (text) {
      news.textContent = text;
    }
  }
}

function render(previous = state) {
  if (state) {
    renderInto(document.getElementById("sections"), navigation(state));
    renderInto(document.getElementById("content"), content(state, previous, view));
  }
}

function show(connection, text) {
  live.dataset.state = connection;
  live.textContent = text;
}

async function act(button) {
  if (!button) {
    return;
  }

  const { copy, reveal } = button.dataset;
  if (reveal) {
    view.revealed[view.revealed.has(reveal) ? "delete" : "add"](reveal);
    render();
  } else {
    try {
      await navigator.clipboard.writeText(textsToCopy(state).get(copy) ?? copy);
    } catch {
      news.textContent = "Could not be copied";
      return;
    }

    view.copied = copy;
    news.textContent = "Copied";
    render();
    setTimeout(forgetCopied, copiedFor, copy);
  }
}

function forgetCopied(copy) {
  if (view.copied === copy) {
    view.copied = null;
    render();
  }
}

function noteToggled(details) {
  const key = details.dataset?.details;
  if (key && details.open !== view.open.has(key)) {
    view.open[details.open ? "add" : "delete"](key);
    render();
  }
}
