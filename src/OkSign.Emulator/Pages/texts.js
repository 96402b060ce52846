// The words of the page, in its language.

const words = JSON.parse(document.getElementById("texts").textContent);

/** The words of a key, with values in place of {0}, {1}, ... */
export function text(key, ...values) {
  return words[key].replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);
}
