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
showAll.addEventListener("click", () => {
  const open = !answers.every((answer) => answer.open);
  answers.forEach((answer) => { answer.open = open; });
  showAll.textContent = open ? "Hide all answers" : "Show all answers";
});
window.addEventListener("beforeprint", () => answers.forEach((answer) => { answer.open = true; }));
