const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// A slider shows one of its plots, all of which are in the page already.

all(".slider").forEach((figure) => {
  const input = figure.querySelector("input");
  const plots = all("g[data-title]", figure);
  const output = figure.querySelector("output");
  const show = () => {
    plots.forEach((plot, number) => plot.toggleAttribute("hidden", number !== Number(input.value)));
    output.textContent = plots[input.value].dataset.title;
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", show);
  show(); // a browser may remember the value from before
});

// A prediction is repeated beside the answer.

all(".prediction").forEach((section) => {
  section.querySelector("details").addEventListener("toggle", () => {
    const chosen = section.querySelector("input:checked, input[type=text]");
    const value = chosen ? chosen.value.trim() : "";
    section.querySelector("[role=status]").textContent = value ? `You predicted: ${value}.` : "";
  });
});

const answers = all("details");
const showAll = document.getElementById("show-all");
const areAllOpen = () => answers.every((answer) => answer.open);
const nameButton = () => { showAll.textContent = areAllOpen() ? "Hide all answers" : "Show all answers"; };
showAll.addEventListener("click", () => {
  const open = !areAllOpen();
  answers.forEach((answer) => { answer.open = open; });
});
answers.forEach((answer) => answer.addEventListener("toggle", nameButton));

// On paper all answers can be read; after printing, those that were hidden are hidden again.

let hidden = [];
window.addEventListener("beforeprint", () => {
  hidden = answers.filter((answer) => !answer.open);
  hidden.forEach((answer) => { answer.open = true; });
});
window.addEventListener("afterprint", () => hidden.forEach((answer) => { answer.open = false; }));
