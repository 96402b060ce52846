// Shows the pages of a PDF, at the width that there is. What lies on them is placed by shares of the page, so that it scales along.

import { getDocument, GlobalWorkerOptions } from "./vendor/pdfjs-5.6.205/pdf.min.mjs";

const vendor = new URL("./vendor/pdfjs-5.6.205/", import.meta.url);
GlobalWorkerOptions.workerSrc = new URL("pdf.worker.min.mjs", vendor).href;

// In pixels for each point.
const legible = 0.9;

// A phone's browser refuses larger canvases.
const largestCanvas = 16_000_000;

/**
 * Adds an element for each page to a container; its picture is drawn when it comes near to what is seen.
 * @param {HTMLElement} container Where the pages go.
 * @param {string} address The address of the PDF.
 * @param {(page: number, pages: number) => string} labelOf What a page is called.
 * @returns {Promise<HTMLElement[]>} The elements, in order.
 */
export async function showPages(container, address, labelOf) {
  const pdf = await getDocument({
    url: address,
    standardFontDataUrl: new URL("standard_fonts/", vendor).href,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const elements = pages.map((page, index) => pageElement(page, labelOf(index + 1, pdf.numPages)));
  container.append(...elements);

  const byElement = new Map(elements.map((element, index) => [element, pages[index]]));
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        near.unobserve(target);
        draw(byElement.get(target), target);
      }
    }
  }, { rootMargin: "800px" });
  elements.forEach((element) => near.observe(element));
  return elements;
}

/** Puts an element on a page: a box in points from the page's top left corner. */
export function place(element, page, { x, y, width, height }) {
  const { pageWidth, pageHeight } = sizeOf(page);
  Object.assign(element.style, {
    left: `${(x / pageWidth) * 100}%`,
    top: `${(y / pageHeight) * 100}%`,
    width: `${(width / pageWidth) * 100}%`,
    height: `${(height / pageHeight) * 100}%`,
  });
  // What hangs on it opens towards the middle.
  element.classList.toggle("in-right-half", x > pageWidth / 2);
  element.classList.toggle("tiny", width < 40);
  page.append(element);
}

/** The size of a page in points. */
export function sizeOf(page) {
  return { pageWidth: Number(page.dataset.width), pageHeight: Number(page.dataset.height) };
}

/** Makes the pages around an element as large as reading and typing needs, on a screen that is too narrow for that. */
export function enlargeAround(element) {
  const page = element.closest(".page");
  if (page !== null && page.clientWidth < sizeOf(page).pageWidth * legible) {
    page.parentElement.classList.add("enlarged");
    element.scrollIntoView({ block: "center", inline: "center" });
  }
}

function pageElement(page, label) {
  const { width, height } = page.getViewport({ scale: 1 });
  const element = document.createElement("section");
  element.className = "page";
  element.setAttribute("aria-label", label);
  element.dataset.width = width;
  element.dataset.height = height;
  element.style.aspectRatio = `${width} / ${height}`;
  element.style.setProperty("--page-width", width);
  element.style.setProperty("--legible-width", `${width}px`);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const words = document.createElement("div");
  words.className = "visually-hidden";
  element.append(canvas, words);
  return element;
}

async function draw(page, element) {
  const { width, height } = page.getViewport({ scale: 1 });
  const [canvas, words] = element.children;
  const wanted = Math.max(element.clientWidth / width, 1) * Math.max(2, window.devicePixelRatio);
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(largestCanvas / (width * height))) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  element.classList.add("drawn");
  words.textContent = textOf(await page.getTextContent());
}

// A picture says nothing to those who listen.
function textOf(content) {
  return content.items.map((item) => item.str + (item.hasEOL ? "\n" : " ")).join("").trim();
}
