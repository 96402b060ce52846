// Places the signature boxes on the page. The form's numbers are the truth, in points from the top left corner; a box on the page is a
// picture of them that can be dragged (pointer events: mouse, finger and stylus) and moved with the arrow keys.
const form = document.getElementById('prepare');
const signers = document.getElementById('signers');
const template = document.getElementById('new-signer');
const sheet = document.getElementById('sheet');
const canvas = document.getElementById('page');
const previous = document.getElementById('previous-page');
const next = document.getElementById('next-page');
const pageNumber = document.getElementById('page-number');
const addButton = document.getElementById('add-signer');
const sendButton = document.getElementById('send');
const boxSize = { width: Number(form.dataset.boxWidth), height: Number(form.dataset.boxHeight) };
const colours = ['#0f5c5c', '#8a3b12', '#4b3f8f', '#7a1f4d', '#2f5d1e', '#1f4e8c'];
const maxSigners = 20;

// Of the page shown, in points; A4 until the PDF is there.
const shown = { number: 1, count: 1, width: 595, height: 842 };
let pdf = null;
let drawing = null;
let madeSoFar = 0;

const boxes = new Map();

function fieldsets() {
  return [...signers.querySelectorAll('[data-signer]')];
}

function numberIn(fieldset, name) {
  return Math.round(Number(fieldset.querySelector(`[data-${name}]`).value));
}

function write(fieldset, name, value) {
  fieldset.querySelector(`[data-${name}]`).value = String(Math.round(value));
}

function clamp(value, most) {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}

// What the form says, on the page.
function draw() {
  fieldsets().forEach((fieldset, index) => {
    const box = boxes.get(fieldset);
    const name = fieldset.querySelector('[data-name]').value.trim() || `Signer ${index + 1}`;
    const [page, x, y] = ['page', 'x', 'y'].map(part => numberIn(fieldset, part));
    box.hidden = page !== shown.number;
    box.style.left = `${x / shown.width * 100}%`;
    box.style.top = `${y / shown.height * 100}%`;
    box.style.width = `${boxSize.width / shown.width * 100}%`;
    box.style.height = `${boxSize.height / shown.height * 100}%`;
    box.firstElementChild.textContent = name;
    box.setAttribute('aria-label', `Signature box of ${name}: ${x} points from the left, ${y} from the top. Arrow keys move it.`);
    fieldset.querySelector('[data-bring]').hidden = page === shown.number;
  });
}

function moveTo(fieldset, x, y) {
  write(fieldset, 'x', clamp(x, shown.width - boxSize.width));
  write(fieldset, 'y', clamp(y, shown.height - boxSize.height));
  draw();
}

function makeBox(fieldset) {
  const box = document.createElement('button');
  box.type = 'button';
  box.className = 'box';
  box.setAttribute('aria-describedby', 'how');
  box.append(document.createElement('span'));

  let grip = null;
  box.addEventListener('pointerdown', event => {
    if (event.button !== 0) {
      return;
    }

    // Where in the box it was taken, so that it does not jump.
    const scale = shown.width / sheet.clientWidth;
    grip = { scale, x: numberIn(fieldset, 'x') - event.clientX * scale, y: numberIn(fieldset, 'y') - event.clientY * scale };
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', event => {
    if (grip !== null) {
      moveTo(fieldset, event.clientX * grip.scale + grip.x, event.clientY * grip.scale + grip.y);
    }
  });
  ['pointerup', 'pointercancel'].forEach(end => box.addEventListener(end, () => {
    grip = null;
  }));

  box.addEventListener('keydown', event => {
    const step = event.shiftKey ? 1 : 10;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      moveTo(fieldset, numberIn(fieldset, 'x') + move[0], numberIn(fieldset, 'y') + move[1]);
    }
  });
  sheet.append(box);
  return box;
}

function adopt(fieldset) {
  boxes.set(fieldset, makeBox(fieldset));
  fieldset.querySelector('[data-bring]').addEventListener('click', () => {
    write(fieldset, 'page', shown.number);
    moveTo(fieldset, numberIn(fieldset, 'x'), numberIn(fieldset, 'y'));
    boxes.get(fieldset).focus();
  });
  fieldset.querySelector('[data-remove]').addEventListener('click', () => {
    boxes.get(fieldset).remove();
    boxes.delete(fieldset);
    fieldset.remove();
    renumber();
    addButton.focus();
  });
  fieldset.addEventListener('input', event => {
    if (event.target.matches('[data-page]')) {
      show(numberIn(fieldset, 'page'));
    }

    draw();
  });
}

// The server binds Signers[0], Signers[1] and so on, without gaps.
function renumber() {
  const all = fieldsets();
  all.forEach((fieldset, index) => {
    const colour = colours[index % colours.length];
    fieldset.querySelectorAll('input').forEach(input => {
      input.name = input.name.replace(/\[\w+\]/, `[${index}]`);
    });
    fieldset.querySelector('[data-number]').textContent = String(index + 1);
    fieldset.querySelector('[data-remove]').hidden = all.length === 1;
    fieldset.style.setProperty('--signer', colour);
    boxes.get(fieldset).style.setProperty('--signer', colour);
  });
  addButton.disabled = all.length >= maxSigners;
  draw();
}

function addSigner() {
  const index = fieldsets().length;
  const fieldset = template.content.firstElementChild.cloneNode(true);

  // Ids of their own, so that labels and problems belong to this signer.
  madeSoFar += 1;
  for (const element of fieldset.querySelectorAll('*')) {
    for (const attribute of ['id', 'for', 'aria-describedby']) {
      const value = element.getAttribute(attribute);
      if (value !== null) {
        element.setAttribute(attribute, value.replace('INDEX', `new-${madeSoFar}`));
      }
    }
  }

  signers.append(fieldset);
  adopt(fieldset);
  write(fieldset, 'page', shown.number);
  write(fieldset, 'x', clamp(72 + index % 2 * 250, shown.width - boxSize.width));
  write(fieldset, 'y', clamp(600 + Math.floor(index / 2) % 3 * 70, shown.height - boxSize.height));
  renumber();
  fieldset.querySelector('[data-name]').focus();
}

async function show(number) {
  if (pdf === null || !(number >= 1 && number <= shown.count)) {
    return;
  }

  shown.number = number;
  previous.disabled = number === 1;
  next.disabled = number === shown.count;
  pageNumber.textContent = `Page ${number} of ${shown.count}`;
  canvas.setAttribute('aria-label', `Page ${number} of the contract`);

  const page = await pdf.getPage(number);
  if (shown.number !== number) {
    return;
  }

  const size = page.getViewport({ scale: 1 });
  [shown.width, shown.height] = [size.width, size.height];
  sheet.style.aspectRatio = `${size.width} / ${size.height}`;
  draw();

  // A drawing that nobody waits for any more would disturb the next one on the same canvas.
  drawing?.cancel();
  const scale = Math.min(2, window.devicePixelRatio || 1) * Math.max(sheet.clientWidth, 300) / size.width;
  const viewport = page.getViewport({ scale });
  [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
  drawing = page.render({ canvas, viewport });
  await drawing.promise.catch(reason => {
    if (reason.name !== 'RenderingCancelledException') {
      throw reason;
    }
  });
  sheet.dataset.shown = String(number);
}

async function open() {
  const library = new URL(sheet.dataset.lib, location.href);
  const pdfjs = await import(new URL('pdf.min.mjs', library));
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.min.mjs', library).href;
  pdf = await pdfjs.getDocument({
    url: sheet.dataset.pdf,
    isEvalSupported: false,

    // A PDF may leave out the fonts that every reader has; the browser's own ones have other widths.
    useSystemFonts: false,
    standardFontDataUrl: new URL('standard_fonts/', library).href,
  }).promise;
  shown.count = pdf.numPages;
  await show(Math.min(Math.max(numberIn(fieldsets()[0], 'page'), 1), shown.count));
}

fieldsets().forEach(adopt);
addButton.hidden = false;
addButton.addEventListener('click', addSigner);
previous.addEventListener('click', () => show(shown.number - 1));
next.addEventListener('click', () => show(shown.number + 1));

// A second click does no harm (the server sends once), and this tells that the first one was seen.
form.addEventListener('submit', () => {
  sendButton.textContent = 'Sending…';
  sendButton.setAttribute('aria-disabled', 'true');
});
renumber();
open().catch(() => {
  document.getElementById('pdf-problem').textContent = 'This PDF cannot be shown here. The boxes can be placed by their numbers.';
});
