// Builds elements, and brings a part of the page into another form with as few changes as it takes, so that focus, scroll positions, selections and open frames stay.

/**
 * Makes an element. Children are elements or texts; a text is never read as HTML.
 * An attribute that is false, null or undefined is left out, and true stands for an empty one.
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }

  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** Gives an element the children that are wanted. Those with the same data-key, or else the same place and tag, are kept and changed. */
export function renderInto(parent, children) {
  const focused = document.activeElement;
  const anchor = topmostKeyed(parent);
  const top = anchor?.getBoundingClientRect().top;

  morphChildren(parent, element(parent.tagName, null, children));

  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true });
  }

  if (anchor?.isConnected) {
    window.scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
  }
}

/** The first element in sight that will still be there: what the reader looks at is to stay where it is. */
function topmostKeyed(parent) {
  return window.scrollY === 0
    ? null
    : [...parent.querySelectorAll("[data-key]")].find(candidate => candidate.getBoundingClientRect().top >= 0);
}

function morphChildren(present, wanted) {
  const wantedKeys = new Set([...wanted.childNodes].map(keyOf).filter(Boolean));
  const kept = new Map([...present.childNodes].filter(keyOf).map(child => [keyOf(child), child]));
  let next = present.firstChild;
  for (const child of [...wanted.childNodes]) {
    // What is not wanted any more goes first, so that those behind it need not move: moving takes the focus away.
    while (next && keyOf(next) && !wantedKeys.has(keyOf(next))) {
      next = remove(next);
    }

    const key = keyOf(child);
    const match = key ? kept.get(key) : next && !keyOf(next) && isSameKind(next, child) ? next : null;
    if (!match || !isSameKind(match, child)) {
      present.insertBefore(child, next);
      continue;
    }

    if (match === next) {
      next = next.nextSibling;
    } else {
      present.insertBefore(match, next);
    }

    morph(match, child);
  }

  while (next) {
    next = remove(next);
  }
}

function remove(node) {
  const after = node.nextSibling;
  node.remove();
  return after;
}

function morph(present, wanted) {
  if (present.nodeType === Node.TEXT_NODE) {
    if (present.data !== wanted.data) {
      present.data = wanted.data;
    }

    return;
  }

  for (const { name } of [...present.attributes]) {
    if (!wanted.hasAttribute(name)) {
      present.removeAttribute(name);
    }
  }

  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) {
      present.setAttribute(name, value);
    }
  }

  morphChildren(present, wanted);
}

function keyOf(node) {
  return node.dataset?.key;
}

function isSameKind(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}
