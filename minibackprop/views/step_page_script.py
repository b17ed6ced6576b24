"""The script of the step page: it shows the step that is asked for, from the records. It computes nothing."""

SCRIPT = r"""
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("records").textContent);
  const lastEpoch = data.epochs.length - 1;
  const lastStep = data.steps.length - 1;
  const costStep = data.steps.findIndex((step) => step.title === "The cost");
  const SECONDS_PER_STEP = 2;

  // Where the reader is. The address of the page says it too; there, steps and examples count from 1.
  const state = { epoch: 0, step: 0, example: 0, weight: "", predict: false };
  let revealed = new Set(); // what was asked for while "predict first" is on
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
    const weight = wanted.get("weight") || "";
    state.weight = Object.prototype.hasOwnProperty.call(data.explanations[0], weight) ? weight : "";
    state.predict = wanted.get("predict") === "1";
  }

  function writeAddress() {
    const parts = [`epoch=${state.epoch}`, `step=${state.step + 1}`];
    if (data.examples.length > 1) parts.push(`example=${state.example + 1}`);
    if (state.weight) parts.push(`weight=${state.weight}`);
    if (state.predict) parts.push("predict=1");
    try {
      history.replaceState(null, "", "#" + parts.join("&"));
    } catch {
      // a page inside another one may have no address of its own
    }
  }

  // The numbers

  function cellOf(step, row) {
    const cells = data.epochs[state.epoch][step][row];
    const [value, text, brief, working] = cells[Math.min(state.example, cells.length - 1)];
    return { value, text, brief, working };
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
      return `${data.steps[state.step].rows[row].spoken} is ${cellOf(state.step, row).text}`;
    }).join("; ");
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function asData(numbers) {
    const shown = element("data", "", numbers.text);
    shown.value = String(numbers.value);
    return shown;
  }

  // The step: its title, its formula, and the table of its numbers

  function renderStep() {
    const step = data.steps[state.step];
    byId("where").textContent = `Step ${state.step + 1} of ${lastStep + 1}, epoch ${state.epoch}`;
    byId("step-title").textContent = step.title;
    byId("formula").textContent = step.formula;
    byId("words").textContent = step.words;
    byId("page").dataset.kind = step.kind;
    byId("reveal").hidden = hiddenRows().length < 2;
    const rows = step.rows.map(tableRow);
    byId("rows").replaceChildren(...rows);
    const buttons = [...byId("rows").querySelectorAll("th button")];
    const chosen = buttons.find((button) => button.dataset.weight === state.weight) || buttons[0];
    buttons.forEach((button) => { button.tabIndex = button === chosen ? 0 : -1; });
  }

  function tableRow(row, number) {
    const line = element("tr");
    const head = element("th");
    head.scope = "row";
    const symbol = element("span", "", row.symbol);
    symbol.setAttribute("aria-hidden", "true");
    const spoken = element("span", "spoken", row.spoken);
    if (row.weight) {
      const button = element("button");
      button.type = "button";
      button.dataset.weight = row.weight;
      button.setAttribute("aria-label", `Explain ${row.spoken}`);
      button.append(symbol);
      head.append(button, spoken);
      line.classList.toggle("chosen", row.weight === state.weight);
    } else {
      head.append(symbol, spoken);
    }
    if (row.name) {
      const name = element("small", "", row.name);
      name.title = row.name;
      head.append(name);
    }
    const cell = cellOf(state.step, number);
    const value = element("td");
    if (isHidden(number)) {
      const ask = element("button", "ask", "?");
      ask.type = "button";
      ask.dataset.asks = String(number);
      ask.setAttribute("aria-label", `Show ${row.spoken}`);
      value.append(ask);
    } else {
      value.append(asData(cell));
    }
    line.append(head, element("td", "working", cell.working), value);
    return line;
  }

  // The network: every place shows the latest number that the steps so far have worked out for it

  const places = new Map();
  document.querySelectorAll("#network [data-place]").forEach((text) => places.set(text.dataset.place, text));
  const lines = new Map();
  document.querySelectorAll("#network [data-row]").forEach((line) => lines.set(line.dataset.row, line));

  const names = new Map([...lines].map(([place, line]) => [place, line.querySelector(".name").textContent]));

  function renderNetwork() {
    places.forEach((text) => { text.textContent = ""; });
    lines.forEach((line, place) => {
      line.classList.remove("now", "asks");
      line.querySelector(".name").textContent = names.get(place);
      delete line.dataset.asks;
    });
    for (let step = 0; step <= state.step; step += 1) {
      const { kind, rows } = data.steps[step];
      const isNow = step === state.step;
      rows.forEach((row, number) => {
        const text = places.get(row.place);
        const isSlope = kind === "backward" && row.weight; // stands where the weight stands, while it is new
        if (isSlope && !isNow) return;
        const hidden = isNow && isHidden(number);
        text.textContent = hidden ? "?" : cellOf(step, number).brief;
        text.classList.remove("given", "forward", "backward", "update");
        text.classList.add(kind);
        const line = lines.get(row.place);
        if (!line || !isNow || kind === "given") return;
        line.classList.add("now");
        line.classList.toggle("asks", hidden);
        if (hidden) line.dataset.asks = String(number);
        if (isSlope) line.querySelector(".name").textContent = "∂C/∂b";
      });
    }
    const { layer } = data.steps[state.step];
    document.querySelectorAll("#network [data-layer]").forEach((group) => {
      group.classList.toggle("active", group.dataset.layer === String(layer));
    });
    document.querySelectorAll("#network .weight").forEach((group) => {
      group.classList.toggle("chosen", group.dataset.weight === state.weight);
      const width = data.wires[state.epoch][group.dataset.weight];
      const wire = group.querySelector(".wire");
      if (wire) {
        wire.setAttribute("stroke-width", Math.abs(width));
        wire.classList.toggle("below", width < 0);
      }
    });
    bringIntoView(layer);
  }

  // On a narrow screen, the part of the figure that the step is about
  function bringIntoView(layer) {
    const box = byId("figure-scroll");
    const isUpdate = data.steps[state.step].kind === "update" && state.step < lastStep; // that is everywhere
    if (box.scrollWidth <= box.clientWidth || isUpdate) return;
    const share = state.step === 0 ? 0 : layer === 0 ? 1 : layer / (data.layers.length + 1);
    box.scrollLeft = share * box.scrollWidth - box.clientWidth / 2;
  }

  // The cost curve; with "predict first", only as far as it is known

  function renderCurve() {
    const shown = (step) => state.step > step || state.step === step && hiddenRows().length === 0;
    const known = (step) => !state.predict || shown(step);
    const here = state.step === lastStep && known(lastStep) ? state.epoch + 1 : state.epoch;
    const lastKnown = here > state.epoch || known(costStep) ? here : state.epoch - 1;
    const last = state.predict ? lastKnown : data.costs.length - 1;
    document.querySelectorAll("#curve [data-epoch]").forEach((part) => {
      part.toggleAttribute("hidden", Number(part.dataset.epoch) > last);
      part.setAttribute("visibility", Number(part.dataset.epoch) > last ? "hidden" : "visible");
    });
    const marked = Math.min(here, last);
    const dot = document.querySelector(`#curve .dot[data-epoch="${Math.max(marked, 0)}"]`);
    byId("marker").setAttribute("cx", dot.getAttribute("cx"));
    byId("marker").setAttribute("cy", dot.getAttribute("cy"));
    byId("marker").setAttribute("visibility", marked < 0 ? "hidden" : "visible");
    const words = byId("cost-shown");
    if (marked < 0) {
      words.textContent = "The cost is not known yet.";
    } else {
      const when = marked === 0 ? "Before training" : `After epoch ${marked}`;
      const [value, text] = data.costs[marked];
      words.replaceChildren(`${when} the cost is `, asData({ value, text }), ".");
    }
  }

  // Why a weight changes

  function renderWhy() {
    byId("weight").value = state.weight;
    const asked = !state.predict || revealed.has(`why.${state.epoch}.${state.weight}`);
    byId("ask-why").hidden = !state.weight || asked;
    const box = byId("explanation");
    box.replaceChildren();
    box.dataset.weight = state.weight;
    if (!state.weight) {
      box.append(element("p", "", "Choose a weight: here, in the table, or by its line in the network."));
    } else if (asked) {
      data.explanations[state.epoch][state.weight].forEach((place) => {
        const text = data.lines[place];
        box.append(element("div", /^\d\. /.test(text) ? "part" : "", text));
      });
    }
  }

  function choose(weight, show) {
    state.weight = weight;
    render();
    if (!weight) return;
    const firstLine = data.lines[data.explanations[state.epoch][weight][0]];
    byId("status").textContent = firstLine + " Its explanation stands below.";
    if (show) byId("why-title").scrollIntoView({ block: "nearest" });
  }

  function render() {
    writeAddress();
    byId("epoch").value = String(state.epoch);
    byId("epoch-shown").textContent = String(state.epoch);
    const fromTo = `${state.epoch}: the step from epoch ${state.epoch} to ${state.epoch + 1}`;
    byId("epoch").setAttribute("aria-valuetext", fromTo);
    byId("example").value = String(state.example);
    byId("predict").checked = state.predict;
    byId("back").setAttribute("aria-disabled", String(state.epoch === 0 && state.step === 0));
    byId("next").setAttribute("aria-disabled", String(state.epoch === lastEpoch && state.step === lastStep));
    byId("play").textContent = player ? "Pause" : "Play";
    renderStep();
    renderNetwork();
    renderCurve();
    renderWhy();
    markScrollable();
    const where = `${byId("where").textContent}. ${byId("step-title").textContent}`;
    if (where !== announced) byId("status").textContent = announced = where;
  }

  // What scrolls can be reached with the Tab key, so that the arrow keys scroll it
  function markScrollable() {
    document.querySelectorAll(".scroll").forEach((box) => {
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

  byId("back").addEventListener("click", () => { stop(); go(-1); });
  byId("next").addEventListener("click", () => { stop(); go(1); });
  byId("play").addEventListener("click", () => { if (player) stop(); else play(); });
  byId("epoch").addEventListener("input", (event) => {
    stop();
    state.epoch = Number(event.target.value);
    render();
  });
  byId("example").addEventListener("change", (event) => {
    state.example = Number(event.target.value);
    render();
  });
  byId("predict").addEventListener("change", (event) => {
    state.predict = event.target.checked;
    revealed = new Set();
    render();
  });
  byId("reveal").addEventListener("click", () => {
    reveal(hiddenRows());
    byId("next").focus();
  });
  byId("weight").addEventListener("change", (event) => choose(event.target.value, false));
  byId("ask-why").addEventListener("click", () => {
    revealed.add(`why.${state.epoch}.${state.weight}`);
    render();
    byId("weight").focus();
  });

  byId("rows").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.weight) {
      choose(button.dataset.weight, true);
      byId("rows").querySelector(`th button[data-weight="${state.weight}"]`).focus({ preventScroll: true });
    } else {
      reveal([Number(button.dataset.asks)]);
      (byId("rows").querySelector(".ask") || byId("next")).focus();
    }
  });
  // One of the weights of the table is reached with the Tab key, the others from there with the arrow keys
  byId("rows").addEventListener("keydown", (event) => {
    const buttons = [...byId("rows").querySelectorAll("th button")];
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const button = buttons[Math.min(Math.max(to, 0), buttons.length - 1)];
    buttons.forEach((each) => { each.tabIndex = each === button ? 0 : -1; });
    button.focus();
  });
  byId("network").addEventListener("click", (event) => {
    const asks = event.target.closest("[data-asks]");
    const weight = event.target.closest("[data-weight]");
    if (asks) reveal([Number(asks.dataset.asks)]);
    else if (weight) choose(weight.dataset.weight, true);
  });
  byId("curve").addEventListener("click", (event) => {
    const dot = event.target.closest(".dot");
    if (!dot) return;
    stop();
    state.epoch = Math.min(Number(dot.dataset.epoch), lastEpoch);
    render();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const usesArrows = "select, input[type=range], .scroll[tabindex]:focus";
    if (event.target.closest(usesArrows)) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    stop();
    go(by);
  });
  window.addEventListener("hashchange", () => { stop(); readAddress(); render(); });
  window.addEventListener("resize", markScrollable);

  // The two lists to choose from, and the first look

  data.examples.forEach((name, number) => byId("example").append(new Option(name, String(number))));
  byId("example-choice").hidden = data.examples.length < 2;
  byId("weight").append(new Option("choose …", ""));
  data.layers.forEach((sizes, layer) => {
    const group = element("optgroup");
    group.label = `Layer ${layer + 1}`;
    data.steps[0].rows.filter((row) => row.weight.startsWith(`${layer + 1}.`)).forEach((row) => {
      group.append(new Option(`${row.symbol}: ${row.spoken}${row.name ? ", " + row.name : ""}`, row.weight));
    });
    byId("weight").append(group);
  });
  readAddress();
  render();
})();
"""
