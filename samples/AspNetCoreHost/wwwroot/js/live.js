// Keeps the status of a contract up to date. An event says only that something has changed; what it is comes from the server as HTML,
// so that all texts are encoded in one place. The first event comes at once, and again after each reconnection: nothing is missed.
const live = document.getElementById('live');
const announcement = document.getElementById('announcement');
let isReading = false;
let isOutdated = false;

async function refresh() {
  // One at a time: a change that comes in while the last one is read is read after it.
  isOutdated = true;
  if (isReading) {
    return;
  }

  isReading = true;
  try {
    while (isOutdated) {
      isOutdated = false;
      const answer = await fetch(live.dataset.status, { headers: { accept: 'text/html' } });
      if (answer.ok) {
        show(await answer.text());
      }
    }
  } catch {
    // The connection is gone; EventSource comes back, and with it the next event.
  } finally {
    isReading = false;
  }
}

function show(html) {
  const next = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  const shown = live.firstElementChild;
  if (next.dataset.state === 'Draft') {
    location.reload();
    return;
  }

  if (withoutToken(next) === withoutToken(shown)) {
    return;
  }

  const summary = next.dataset.summary;
  announcement.textContent = summary === shown.dataset.summary ? '' : summary;

  // Whoever is on a link by keyboard stays there, if it still is.
  const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  shown.replaceWith(document.adoptNode(next));
  if (focused !== null) {
    [...next.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
  }
}

// Each rendering has another antiforgery token.
function withoutToken(element) {
  return element.outerHTML.replace(/<input name="__RequestVerificationToken"[^>]*>/, '');
}

const events = new EventSource(live.dataset.events);
events.addEventListener('changed', refresh);
