// The dialog in which the signer chooses how to sign, and draws, types or enters a code. What it yields is in the page's form.

import SignaturePad from "./vendor/signature_pad-5.1.4/signature_pad.min.js";
import { showProblem } from "./fields.js";
import { text } from "./texts.js";

const svg = "http://www.w3.org/2000/svg";

export class SignatureDialog {
  #dialog = document.getElementById("signature");
  #inputs = document.getElementById("signing");
  #drawing = document.getElementById("drawing");
  #typed = document.getElementById("typed");
  #surface = document.getElementById("surface");
  #pad = null;
  #before = null;
  #whenPlaced = () => {};

  constructor() {
    this.#dialog.querySelector(".dialog-body").append(this.#inputs);
    this.#inputs.classList.remove("card");
    this.#inputs.addEventListener("change", () => this.#showWhatIsChosen());
    this.#dialog.querySelector("[data-close]").addEventListener("click", () => this.#dialog.close());
    document.getElementById("place").addEventListener("click", () => this.#place());
    document.getElementById("clear")?.addEventListener("click", () => this.#clear());
    document.getElementById("send-code")?.addEventListener("click", (event) => this.#sendCode(event));
    this.#dialog.addEventListener("keydown", (event) => this.#confirmWithEnter(event));
    this.#dialog.addEventListener("close", () => this.#takeBack());
    if (this.#surface !== null) {
      this.#pad = new SignaturePad(this.#surface, { penColor: "#1b2a4a", minWidth: 0.8, maxWidth: 2.4 });
      this.#restore();
    }

    // One method is no choice, but what it is must be told.
    this.#showWhatIsChosen();
  }

  /** Whether the signer has made a signature already, so that it can be placed with one press. */
  isReady = false;

  open(whenPlaced) {
    this.#whenPlaced = whenPlaced;
    this.#before = this.#entered();
    this.#dialog.showModal();
    this.#showWhatIsChosen();
  }

  /** A picture of the signature, for the field on which it is placed. */
  preview() {
    if (this.#method() !== "pen") {
      return document.createTextNode(`✓ ${this.#dialog.querySelector("[name=method]:checked + span").firstChild.textContent.trim()}`);
    }

    if (this.#typed?.value) {
      const words = document.createElement("span");
      words.className = "handwritten";
      words.textContent = this.#typed.value;
      return words;
    }

    return this.#drawing?.value ? pictureOf(JSON.parse(this.#drawing.value)) : document.createTextNode("✓");
  }

  // A page without a choice of methods has only the one.
  #method() {
    return this.#inputs.querySelector("[name=method]:checked")?.value ?? "pen";
  }

  #draws() {
    return this.#inputs.querySelector("[value=draw]").checked;
  }

  #showWhatIsChosen() {
    const method = this.#method();
    for (const part of this.#inputs.querySelectorAll("[data-for-method]")) {
      part.hidden = part.dataset.forMethod !== method;
    }

    if (this.#pad !== null) {
      this.#inputs.querySelector(".draw").hidden = !this.#draws();
      this.#inputs.querySelector(".type").hidden = this.#draws();
      if (!this.#draws() && this.#typed.value === "") {
        this.#typed.value = this.#typed.dataset.suggestion;
      }

      this.#fitSurface();
    }
  }

  // The canvas has as many dots as the screen; what was drawn stays.
  #fitSurface() {
    const { clientWidth, clientHeight } = this.#surface;
    const ratio = Math.max(1, window.devicePixelRatio);
    if (clientWidth === 0 || this.#surface.width === Math.round(clientWidth * ratio)) {
      return;
    }

    const drawn = this.#pad.toData();
    this.#surface.width = Math.round(clientWidth * ratio);
    this.#surface.height = Math.round(clientHeight * ratio);
    this.#surface.getContext("2d").scale(ratio, ratio);
    this.#pad.clear();
    this.#pad.fromData(drawn);
  }

  #clear() {
    this.#pad.clear();
    showProblem(this.#surface, null);
  }

  #place() {
    const [control, problem] = this.#problem();
    if (problem !== null) {
      showProblem(control, problem);
      control.focus();
      return;
    }

    if (this.#pad !== null) {
      const isDrawn = this.#method() === "pen" && this.#draws();
      this.#drawing.value = isDrawn ? JSON.stringify(this.#drawnLines()) : "";
      if (isDrawn || this.#method() !== "pen") {
        this.#typed.value = "";
      }
    }

    this.isReady = true;
    this.#before = null;
    this.#dialog.close();
    this.#whenPlaced();
  }

  #problem() {
    const code = document.getElementById("code");
    if (this.#method() === "tan" && code.value.trim() === "") {
      return [code, "problem.noCode"];
    }

    if (this.#method() !== "pen" || this.#pad === null) {
      return [null, null];
    }

    if (!this.#draws()) {
      showProblem(this.#typed, null);
      return [this.#typed, this.#typed.value.trim() === "" ? "problem.noTyped" : null];
    }

    showProblem(this.#surface, null);
    const points = this.#pad.toData().reduce((sum, line) => sum + line.points.length, 0);
    return [this.#surface, points === 0 ? "problem.noDrawing" : points > Number(this.#drawing.dataset.maxPoints) ? "problem.longDrawing" : null];
  }

  // A line may leave the surface while the button is held.
  #drawnLines() {
    const { clientWidth: width, clientHeight: height } = this.#surface;
    const within = (value, end) => Math.round(Math.min(Math.max(value, 0), end) * 10) / 10;
    const strokes = this.#pad.toData().map((line) => line.points.flatMap(({ x, y }) => [within(x, width), within(y, height)]));
    return { width, height, strokes };
  }

  // The server has shown the page again with what was drawn or typed.
  #restore() {
    if (this.#typed.value !== "") {
      this.#inputs.querySelector("[value=type]").checked = true;
    } else if (this.#drawing.value !== "") {
      const { strokes } = JSON.parse(this.#drawing.value);
      this.#pad.fromData(strokes.map((numbers) => ({ ...this.#line(), points: pairs(numbers).map(([x, y]) => ({ x, y, pressure: 0.5, time: 0 })) })));
    }

    const isMade = this.#method() !== "pen" || this.#typed.value !== "" || this.#drawing.value !== "";
    this.isReady = "placed" in this.#inputs.dataset && isMade;
  }

  // What is in the dialog is in the form. Whoever leaves it without placing has changed nothing.
  #entered() {
    const controls = [...this.#inputs.querySelectorAll("input, select")].map((control) => [control, control.value, control.checked]);
    return { controls, drawn: structuredClone(this.#pad?.toData() ?? []) };
  }

  #takeBack() {
    if (this.#before === null) {
      return;
    }

    for (const [control, value, checked] of this.#before.controls) {
      control.value = value;
      control.checked = checked;
    }

    this.#pad?.clear();
    this.#pad?.fromData(this.#before.drawn);
    this.#before = null;
    this.#showWhatIsChosen();
  }

  #line() {
    const { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = this.#pad;
    return { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation };
  }

  async #sendCode(event) {
    event.preventDefault();
    const told = document.getElementById("code-sent");
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ action: "sendCode", mobile: document.getElementById("mobile").value }),
      });
      const { status, reason } = await answer.json();
      told.textContent = status === "OK" ? text("code.sent", reason.mobile, reason.code) : reason;
    } catch {
      told.textContent = text("problem.network");
    }
  }

  // In a form, Enter would send all of it.
  #confirmWithEnter(event) {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      this.#place();
    }
  }
}

function pairs(numbers) {
  return Array.from({ length: numbers.length / 2 }, (_, index) => numbers.slice(index * 2, index * 2 + 2));
}

function pictureOf({ strokes }) {
  const points = strokes.flatMap(pairs);
  const [left, top] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", `${left - 4} ${top - 4} ${right - left + 8} ${bottom - top + 8}`);
  picture.setAttribute("aria-hidden", "true");
  for (const stroke of strokes) {
    const line = document.createElementNS(svg, "polyline");
    line.setAttribute("points", [...stroke, ...stroke.slice(-2)].join(" "));
    picture.append(line);
  }

  return picture;
}
