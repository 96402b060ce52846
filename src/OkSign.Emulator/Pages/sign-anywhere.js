// Lets the signer choose the place of a signature that has no field: with a press on a page, or with the arrow keys.

import { controlOf, isSigned } from "./fields.js";
import { place, sizeOf } from "./pdf-view.js";

const step = 10;
const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/**
 * Makes the field that a document offers for it movable, if there is one.
 * @param {HTMLElement} section The document.
 * @param {HTMLElement[]} pages Its pages.
 */
export function offerAnywhere(section, pages) {
  const field = section.querySelector(".field.anywhere");
  const chosen = document.getElementById("place-anywhere");
  if (field === null) {
    return;
  }

  const size = { width: Number(field.dataset.width), height: Number(field.dataset.height) };
  let at = { page: Number(field.dataset.page), x: Number(field.dataset.x), y: Number(field.dataset.y) };

  const move = (page, x, y) => {
    const { pageWidth, pageHeight } = sizeOf(pages[page]);
    at = { page, x: within(x, pageWidth - size.width), y: within(y, pageHeight - size.height) };
    place(field, pages[page], { ...at, ...size });
    chosen.value = `${at.page} ${at.x} ${at.y}`;
  };

  pages.forEach((page, index) => page.addEventListener("click", (event) => {
    if (event.target.closest(".field") === null) {
      const { left, top, width } = page.getBoundingClientRect();
      const scale = sizeOf(page).pageWidth / width;
      move(index, (event.clientX - left) * scale - size.width / 2, (event.clientY - top) * scale - size.height / 2);
      if (!isSigned(field)) {
        controlOf(field).click();
      }
    }
  }));
  field.addEventListener("keydown", (event) => {
    if (event.key in moves) {
      event.preventDefault();
      const [x, y] = moves[event.key];
      move(at.page, at.x + x, at.y + y);
      controlOf(field).focus();
    }
  });
}

function within(value, end) {
  return Math.round(Math.min(Math.max(value, 0), Math.max(0, end)));
}
