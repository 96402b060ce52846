// The signing page of both services. The form is there without it; this shows the document's pages, moves the fields to their places, and checks
// what is filled in before it is sent.

import { controlOf, fieldsIn, isFilled, isRequired, problemOf, showProblem, togetherWith } from "./fields.js";
import { enlargeAround, place, showPages } from "./pdf-view.js";
import { SignatureDialog } from "./signature-dialog.js";
import { offerAnywhere } from "./sign-anywhere.js";
import { text } from "./texts.js";

const form = document.getElementById("sheet");
const problems = document.getElementById("problems");
const dialog = document.getElementById("signature") === null ? null : new SignatureDialog();

document.body.classList.add("scripted");
for (const element of document.querySelectorAll("[data-scripted]:not(.mark *)")) {
  element.hidden = false;
}

form.querySelectorAll(".mark-kind").forEach((choice) => { choice.hidden = false; });
form.addEventListener("submit", send);
form.addEventListener("input", follow);
form.addEventListener("focusin", enlarge);
document.getElementById("next")?.addEventListener("click", () => focusOn(openFields()[0]));
window.addEventListener("pageshow", () => { delete form.dataset.sent; });

for (const field of form.querySelectorAll(".field.signature")) {
  prepareSignature(field);
}

showProgress();
await Promise.all([...form.querySelectorAll(".document")].map(showDocument));
document.body.classList.add("ready");

async function showDocument(section) {
  const pages = section.querySelector(".pages");
  const loading = section.querySelector(".loading");
  try {
    const elements = await showPages(pages, section.dataset.pdf, (page, all) => text("document.page", page, all));
    pages.hidden = false;
    loading.hidden = true;
    const fields = [...section.querySelectorAll(".field")].sort((one, other) =>
      one.dataset.page - other.dataset.page || one.dataset.y - other.dataset.y || one.dataset.x - other.dataset.x);
    for (const field of fields) {
      place(field, elements[field.dataset.page], boxOf(field));
    }

    section.querySelector(".zoom").hidden = false;
    section.querySelector(".zoom").addEventListener("click", zoom);
    offerAnywhere(section, elements);
  } catch (error) {
    // The plain form still works.
    console.error(error);
    loading.textContent = text("document.failed");
  }
}

function boxOf({ dataset }) {
  return { x: Number(dataset.x), y: Number(dataset.y), width: Number(dataset.width), height: Number(dataset.height) };
}

function prepareSignature(field) {
  const button = controlOf(field);
  const given = field.querySelector("[type=checkbox]");
  if (dialog.isReady && given?.checked !== false) {
    sign(field);
  } else if (given !== null) {
    given.checked = false;
  }

  button.addEventListener("click", () => {
    if (dialog.isReady && !isFilled(field)) {
      sign(field);
      return;
    }

    dialog.open(() => {
      sign(field);
      [...form.querySelectorAll(".field[data-signed]")].forEach(showSignature);
    });
  });
}

function sign(field) {
  field.dataset.signed = "";
  const given = field.querySelector("[type=checkbox]");
  if (given !== null) {
    given.checked = true;
  }

  showSignature(field);
  showProblem(controlOf(field), null);
  showProgress();
  document.getElementById("news").textContent = text("signature.placed", controlOf(field).dataset.name);
}

function showSignature(field) {
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.textContent = `${text("signature.change")}: ${controlOf(field).dataset.name}`;
  controlOf(field).replaceChildren(told, dialog.preview());
}

function follow({ target }) {
  for (const shown of form.querySelectorAll("output[data-repeats]")) {
    if (shown.dataset.repeats === target.name) {
      shown.textContent = target.type === "checkbox" ? (target.checked ? "✓" : "") : target.value;
    }
  }

  const field = target.closest(".field");
  if (field !== null && controlOf(field) !== null) {
    togetherWith(target).forEach((control) => showProblem(control, null));
    showProgress();
  } else if (target.hasAttribute("aria-invalid")) {
    showProblem(target, null);
    showProgress();
  }
}

// On a phone the whole width of a page is too small to type on it.
function enlarge({ target }) {
  if (target.matches(".field :is(input:not([type=checkbox], [type=radio]), select, textarea)")) {
    enlargeAround(target.closest(".field"));
  }
}

function zoom({ target }) {
  target.closest(".document").querySelector(".pages").classList.toggle("enlarged");
}

function openFields() {
  return fieldsIn(form).filter((field) => isRequired(field) && !isFilled(field));
}

function showProgress() {
  problems.hidden ||= form.querySelector(".problem:not([hidden])") === null;
  const progress = document.getElementById("progress");
  if (progress === null) {
    return;
  }

  const required = fieldsIn(form).filter(isRequired);
  const left = openFields().length;
  document.getElementById("next").hidden = left === 0;
  progress.textContent = required.length > 0 ? text("action.progress", required.length - left, required.length) : "";
}

function send(event) {
  const action = event.submitter?.value ?? "";
  const wrong = action === "refuse" ? wrongReason() : action === "sign" || action === "submit" ? wrongFields() : [];
  if (wrong.length > 0 || "sent" in form.dataset) {
    event.preventDefault();
    problems.hidden = wrong.length === 0;
    problems.textContent = wrong.length === 1 ? text("problem.one") : text("problem.count", wrong.length);
    wrong[0]?.focus();
  } else {
    form.dataset.sent = "";
  }
}

function wrongReason() {
  const reason = document.getElementById("reason");
  const isMissing = reason.value.trim() === "";
  showProblem(reason, isMissing ? "problem.noReason" : null);
  return isMissing ? [reason] : [];
}

function wrongFields() {
  return fieldsIn(form).filter((field) => {
    const problem = problemOf(field);
    showProblem(controlOf(field), problem);
    return problem !== null;
  }).map(controlOf);
}

function focusOn(field) {
  if (field !== undefined) {
    controlOf(field).focus({ preventScroll: true });
    field.scrollIntoView({ block: "center", inline: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}
