// The fields of a signing page: what they hold, whether it is right, and how that is told. The server checks all of it again.

import { text } from "./texts.js";

const checks = {
  noEmail: (value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  noPhone: (value) => /^\+?\d{8,15}$/.test(value.replace(/[ ./\-()]/g, "")),
  noIban: (value) => isIban(value.replace(/ /g, "").toUpperCase()),
};

/** The fields to be filled in or signed, in the order in which they stand on the page. */
export function fieldsIn(root) {
  return [...root.querySelectorAll(".field")].filter((field) => controlOf(field) !== null);
}

/** What is filled in or pressed; null for what is only shown. */
export function controlOf(field) {
  return field.matches(".signature")
    ? field.querySelector(".sign-here")
    : field.querySelector("input[name]:not([type=hidden]), select[name], textarea[name]");
}

export function isRequired(field) {
  return "required" in field.dataset;
}

export function isSigned(field) {
  return "signed" in field.dataset;
}

/** Whether there is anything in the field. */
export function isFilled(field) {
  const control = controlOf(field);
  switch (true) {
    case field.matches(".signature"):
      return isSigned(field);
    case control.type === "checkbox":
      return control.checked;
    case control.type === "radio":
      return togetherWith(control).some((button) => button.checked);
    default:
      return control.value.trim() !== "";
  }
}

/** The buttons of a radio group, of which each has its own place; for anything else the control alone. */
export function togetherWith(control) {
  return control.type === "radio" ? [...control.form.querySelectorAll("[type=radio]")].filter(({ name }) => name === control.name) : [control];
}

/** What is wrong with a field, as a key of the texts; null when nothing is. */
export function problemOf(field) {
  const control = controlOf(field);
  if (!isFilled(field)) {
    const isBadDate = control.type === "date" && control.validity.badInput;
    return isBadDate ? "problem.noDate" : isRequired(field) ? missingKey(field, control) : null;
  }

  const check = field.dataset.check;
  return check in checks && !checks[check](control.value) ? `problem.${check}` : null;
}

/** Tells a problem next to a field or input, or takes it away with null. */
export function showProblem(control, key) {
  const message = document.getElementById(`${control.id}-problem`);
  message.textContent = key === null ? "" : text(key);
  message.hidden = key === null;

  // A button or a drawing surface cannot be invalid.
  if (key === null) {
    control.removeAttribute("aria-invalid");
  } else if (control.matches("input, select, textarea")) {
    control.setAttribute("aria-invalid", "true");
  }
}

function missingKey(field, control) {
  return field.matches(".signature") ? "problem.unsigned" : control.type === "checkbox" ? "problem.unticked" : "problem.missing";
}

// The remainder by 97 of the number with its first four characters at the end, a letter standing for two digits. The lengths of the countries are
// left to the server.
function isIban(number) {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number)) {
    return false;
  }

  const digits = (number.slice(4) + number.slice(0, 4)).replace(/[A-Z]/g, (letter) => letter.charCodeAt(0) - 55);
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}
