const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const data = JSON.parse(byId("records").textContent);
const lastEpoch = data.epochs.length - 1;
const lastStep = data.steps.length - 1;
const costStep = data.steps.findIndex(({ kind, layer }) => kind === "forward" && layer === 0);
const SECONDS_PER_STEP = 2;

// Where the reader is. The address of the page holds this too; there, steps and examples are counted from 1.
const state = { epoch: 0, step: 0, example: 0, weight: "", predict: false };
let revealed = new Set(); // the hidden numbers that the reader has asked for
let player = 0;
let announced = "";

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const count = (name, low, high) => {
    const text = wanted.get(name) || "";
    return /^\d{1,6}$/.test(text) ? Math.min(Math.max(Number(text), low), high) : low;
  };
  state.epoch = count("epoch", 0, lastEpoch);
  state.step = count("step", 1, lastStep + 1) - 1;
  state.example = count("example", 1, data.examples.length) - 1;
  const weight = wanted.get("weight");
  state.weight = Object.keys(data.explanations[0]).includes(weight) ? weight : "";
  state.predict = wanted.get("predict") === "1";
}

function writeAddress() {
  const address = { epoch: state.epoch, step: state.step + 1 };
  if (data.examples.length > 1) address.example = state.example + 1;
  if (state.weight) address.weight = state.weight;
  if (state.predict) address.predict = 1;
  try {
    history.replaceState(null, "", "#" + new URLSearchParams(address));
  } catch {
    // a page embedded in another one may not be allowed to change its address
  }
}

// A cell is one number: [value, text, shorter text for the figure, calculation]

function cellOf(step, row) {
  const cells = data.epochs[state.epoch][step][row];
  return cells[Math.min(state.example, cells.length - 1)];
}

const keyOf = (row) => [state.epoch, state.step, state.example, row].join(".");

function isHidden(row) {
  return state.predict && data.steps[state.step].kind !== "given" && !revealed.has(keyOf(row));
}

function hiddenRows() {
  return [...data.steps[state.step].rows.keys()].filter(isHidden);
}

function reveal(rows) {
  rows.forEach((row) => revealed.add(keyOf(row)));
  render();
  byId("status").textContent = rows.map((row) => {
    return `${data.steps[state.step].rows[row].spoken} is ${cellOf(state.step, row)[1]}`;
  }).join("; ");
}

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

const button = (attributes, content) => element("button", { type: "button", ...attributes }, content);
const asData = ([value, text]) => element("data", { value }, text);

// The step: its title, its formula, and the table of its numbers

function renderStep() {
  const step = data.steps[state.step];
  byId("where").textContent = `Step ${state.step + 1} of ${lastStep + 1}, epoch ${state.epoch}`;
  byId("step-title").textContent = step.title;
  byId("formula").textContent = step.formula;
  byId("words").textContent = step.words;
  byId("page").dataset.kind = step.kind;
  byId("reveal").hidden = hiddenRows().length < 2;
  byId("rows").replaceChildren(...step.rows.map(tableRow));
  const buttons = all("#rows th button");
  letTabReach(buttons.find(({ dataset }) => dataset.weight === state.weight) || buttons[0]);
}

function tableRow(row, number) {
  const { symbol, spoken, name, weight } = row;
  const head = element("th", { scope: "row" });
  const sign = element("span", { "aria-hidden": true }, symbol);
  head.append(weight ? button({ "data-weight": weight, "aria-label": `Explain ${spoken}` }, sign) : sign);
  head.append(element("span", { class: "spoken" }, spoken));
  if (name) head.append(element("small", { title: name }, name));
  const cell = cellOf(state.step, number);
  const ask = { class: "ask", "data-asks": number, "aria-label": `Show ${spoken}` };
  const value = element("td", {}, isHidden(number) ? button(ask, "?") : asData(cell));
  const line = element("tr", {}, head, element("td", { class: "working" }, cell[3]), value);
  line.classList.toggle("chosen", weight !== "" && weight === state.weight);
  return line;
}

// The Tab key reaches one weight of the table; from there, the arrow keys reach the others
function letTabReach(chosen) {
  all("#rows th button").forEach((each) => { each.tabIndex = each === chosen ? 0 : -1; });
}

// The network: every place shows the latest number that the steps so far have computed for it

const places = new Map(all("#network [data-place]").map((text) => [text.dataset.place, text]));
const lines = new Map(all("#network [data-row]").map((line) => [line.dataset.row, line]));
const names = new Map([...lines].map(([place, line]) => [place, line.querySelector(".name").textContent]));

function renderNetwork() {
  clearNetwork();
  for (let step = 0; step <= state.step; step += 1) {
    data.steps[step].rows.forEach((row, number) => fillPlace(step, row, number));
  }
  const { layer } = data.steps[state.step];
  all("#network [data-layer]").forEach((group) => {
    group.classList.toggle("active", group.dataset.layer === String(layer));
  });
  all("#network .weight").forEach((group) => {
    group.classList.toggle("chosen", group.dataset.weight === state.weight);
  });
  all("#network .edge").forEach((edge) => {
    const width = data.widths[state.epoch][edge.dataset.weight];
    const wire = edge.querySelector(".wire");
    wire.setAttribute("stroke-width", Math.abs(width));
    wire.classList.toggle("below", width < 0);
  });
  bringIntoView(layer);
}

function clearNetwork() {
  places.forEach((text) => { text.textContent = ""; });
  lines.forEach((line, place) => {
    line.classList.remove("now", "asks");
    line.querySelector(".name").textContent = names.get(place);
    delete line.dataset.asks;
  });
}

function fillPlace(step, row, number) {
  const { kind } = data.steps[step];
  const isNow = step === state.step;
  const isGradient = kind === "backward" && row.weight; // in the place of the weight, and only during its own step
  if (isGradient && !isNow) return;
  const hidden = isNow && isHidden(number);
  const text = places.get(row.place);
  text.textContent = hidden ? "?" : cellOf(step, number)[2];
  text.classList.remove("given", "forward", "backward", "update");
  text.classList.add(kind);
  const line = lines.get(row.place);
  if (!line || !isNow || kind === "given") return;
  line.classList.add("now");
  line.classList.toggle("asks", hidden);
  if (hidden) line.dataset.asks = number;
  if (isGradient) line.querySelector(".name").textContent = "∂C/∂b";
}

// On a narrow screen, scroll to the part of the network that the step is about
function bringIntoView(layer) {
  const box = byId("figure-scroll");
  const isUpdate = data.steps[state.step].kind === "update" && state.step < lastStep; // changes every layer
  if (box.scrollWidth <= box.clientWidth || isUpdate) return;
  const share = state.step === 0 ? 0 : layer === 0 ? 1 : layer / (data.layers + 1);
  box.scrollLeft = share * box.scrollWidth - box.clientWidth / 2;
}

// The cost curve; with "predict first", only the costs that are known so far

function renderCurve() {
  const known = (step) => !state.predict || state.step > step || state.step === step && !hiddenRows().length;
  const here = state.step === lastStep && known(lastStep) ? state.epoch + 1 : state.epoch;
  const lastKnown = here > state.epoch || known(costStep) ? here : state.epoch - 1;
  const last = state.predict ? lastKnown : lastEpoch + 1;
  const show = (part, visible) => part.setAttribute("visibility", visible ? "visible" : "hidden");
  all("#curve [data-epoch]").forEach((part) => show(part, part.dataset.epoch <= last));
  const marked = Math.min(here, last);
  const dot = all("#curve .dot")[Math.max(marked, 0)];
  ["cx", "cy"].forEach((name) => byId("marker").setAttribute(name, dot.getAttribute(name)));
  show(byId("marker"), marked >= 0);
  const when = marked === 0 ? "Before training" : `After epoch ${marked}`;
  const words = marked < 0 ? ["The cost is not known yet."]
    : [`${when} the cost is `, asData(data.costs[marked]), "."];
  byId("cost-shown").replaceChildren(...words);
}

// Why a weight changes

function renderWhy() {
  byId("weight").value = state.weight;
  const asked = !state.predict || revealed.has(`why.${state.epoch}.${state.weight}`);
  byId("ask-why").hidden = !state.weight || asked;
  const box = byId("explanation");
  box.replaceChildren();
  if (!state.weight) {
    box.append(element("p", {}, "Select a weight: in this list, in the table, or by its line in the network."));
  } else if (asked) {
    data.explanations[state.epoch][state.weight].forEach((place) => {
      const text = data.explanationLines[place];
      box.append(element("div", { class: /^\d\. /.test(text) ? "part" : "" }, text));
    });
  }
}

function choose(weight, show) {
  state.weight = weight;
  render();
  if (!weight) return;
  const firstLine = data.explanationLines[data.explanations[state.epoch][weight][0]];
  byId("status").textContent = firstLine + " The explanation is below.";
  if (show) byId("why-title").scrollIntoView({ block: "nearest" });
}

function render() {
  writeAddress();
  byId("epoch").value = state.epoch;
  byId("epoch-shown").textContent = state.epoch;
  const fromTo = `${state.epoch}: the step from epoch ${state.epoch} to ${state.epoch + 1}`;
  byId("epoch").setAttribute("aria-valuetext", fromTo);
  byId("example").value = state.example;
  byId("predict").checked = state.predict;
  byId("back").setAttribute("aria-disabled", state.epoch === 0 && state.step === 0);
  byId("next").setAttribute("aria-disabled", state.epoch === lastEpoch && state.step === lastStep);
  byId("play").textContent = player ? "Pause" : "Play";
  renderStep();
  renderNetwork();
  renderCurve();
  renderWhy();
  markScrollable();
  const where = `${byId("where").textContent}. ${byId("step-title").textContent}`;
  if (where !== announced) byId("status").textContent = announced = where;
}

// What scrolls can be reached with the Tab key, so that the arrow keys can scroll it
function markScrollable() {
  all(".scroll").forEach((box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
}

// Moving

function go(by) {
  const steps = lastStep + 1;
  const at = Math.min(Math.max(state.epoch * steps + state.step + by, 0), steps * (lastEpoch + 1) - 1);
  state.epoch = Math.floor(at / steps);
  state.step = at % steps;
  render();
}

function stop() {
  clearInterval(player);
  player = 0;
  byId("play").textContent = "Play";
}

function play() {
  player = setInterval(() => {
    const hidden = hiddenRows();
    if (hidden.length) reveal(hidden);
    else go(1);
    if (state.epoch === lastEpoch && state.step === lastStep && !hiddenRows().length) stop();
  }, 1000 * SECONDS_PER_STEP);
  byId("play").textContent = "Pause";
}

const on = (id, type, act) => byId(id).addEventListener(type, act);

on("back", "click", () => { stop(); go(-1); });
on("next", "click", () => { stop(); go(1); });
on("play", "click", () => { if (player) stop(); else play(); });
on("epoch", "input", ({ target }) => { stop(); state.epoch = Number(target.value); render(); });
on("example", "change", ({ target }) => { state.example = Number(target.value); render(); });
on("predict", "change", ({ target }) => {
  state.predict = target.checked;
  revealed = new Set();
  render();
});
on("reveal", "click", () => { reveal(hiddenRows()); byId("next").focus(); });
on("weight", "change", ({ target }) => choose(target.value, false));
on("ask-why", "click", () => {
  revealed.add(`why.${state.epoch}.${state.weight}`);
  render();
  byId("weight").focus();
});
on("rows", "click", ({ target }) => {
  const clicked = target.closest("button");
  if (!clicked) return;
  if (clicked.dataset.weight) {
    choose(clicked.dataset.weight, true);
    byId("rows").querySelector("th button[tabindex='0']").focus({ preventScroll: true });
  } else {
    reveal([Number(clicked.dataset.asks)]);
    (byId("rows").querySelector(".ask") || byId("next")).focus();
  }
});
on("rows", "keydown", (event) => {
  const buttons = all("#rows th button");
  const at = buttons.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = buttons[Math.min(Math.max(to, 0), buttons.length - 1)];
  letTabReach(next);
  next.focus();
});
on("network", "click", ({ target }) => {
  const asks = target.closest("[data-asks]");
  const weight = target.closest("[data-weight]");
  if (asks) reveal([Number(asks.dataset.asks)]);
  else if (weight) choose(weight.dataset.weight, true);
});
on("curve", "click", ({ target }) => {
  const dot = target.closest(".dot");
  if (!dot) return;
  stop();
  state.epoch = Math.min(Number(dot.dataset.epoch), lastEpoch);
  render();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const ownArrowKeys = "select, input[type=range], .scroll[tabindex]:focus";
  if (event.target.closest(ownArrowKeys)) return;
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  stop();
  go(by);
});
window.addEventListener("hashchange", () => { stop(); readAddress(); render(); });
window.addEventListener("resize", markScrollable);

// Fill the two lists, and show the first step

data.examples.forEach((name, number) => byId("example").append(new Option(name, number)));
byId("example-choice").hidden = data.examples.length < 2;
byId("weight").append(new Option("select …", ""));
for (let layer = 1; layer <= data.layers; layer += 1) {
  const rows = data.steps[0].rows.filter((row) => row.weight.startsWith(`${layer}.`));
  const options = rows.map((row) => {
    return new Option(`${row.symbol}: ${row.spoken}${row.name ? ", " + row.name : ""}`, row.weight);
  });
  byId("weight").append(element("optgroup", { label: `Layer ${layer}` }, ...options));
}
readAddress();
render();
