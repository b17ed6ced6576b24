"""The step page in HTML: what is on it, in the order in which it is read and reached with the Tab key; and its looks.

It is light or dark like the reader's system, on a phone it has one column, else two.
"""

BODY = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<style>{{style}}</style>
</head>
<body>
<header>
  <h1>{{title}}</h1>
  <p id="about">{{about}}</p>
  <noscript><p>This page needs JavaScript, which is switched off here.</p></noscript>
</header>

<main id="page">
<section class="controls" aria-label="Controls">
  <div class="buttons">
    <button type="button" id="back" aria-keyshortcuts="ArrowLeft">← Back</button>
    <button type="button" id="play">Play</button>
    <button type="button" id="next" aria-keyshortcuts="ArrowRight">Next →</button>
  </div>
  <div class="slider">
    <label for="epoch">Epoch</label>
    <input type="range" id="epoch" min="0" max="{{last epoch}}" step="1" value="0">
    <output id="epoch-shown" for="epoch">0</output>
  </div>
  <div class="choice" id="example-choice">
    <label for="example">Show</label>
    <select id="example"></select>
  </div>
  <label class="switch"><input type="checkbox" role="switch" id="predict"> Predict first</label>
</section>

<section class="step" aria-labelledby="step-title">
  <p id="where"></p>
  <h2 id="step-title"></h2>
  <p id="formula"></p>
  <p id="words"></p>
  <button type="button" id="reveal" hidden>Show all numbers of this step</button>
  <div class="scroll rows" id="rows-scroll" role="group" aria-label="The numbers of this step, to scroll">
    <table>
      <caption class="spoken">The numbers of this step</caption>
      <thead><tr><th scope="col">what</th><th scope="col">is made of</th><th scope="col">is</th></tr></thead>
      <tbody id="rows"></tbody>
    </table>
  </div>
</section>

<section class="figure" aria-labelledby="figure-title">
  <h2 id="figure-title" class="spoken">The network</h2>
  <div class="scroll" id="figure-scroll" role="group" aria-label="The network, to scroll">{{figure}}</div>
  <p class="legend"><span class="above">solid: weight above 0</span>
    <span class="below">dashed: below 0</span>
    <span>Choose a line, or a bias b, to read why it changes.</span></p>
</section>

<section class="curve" aria-labelledby="curve-title">
  <h2 id="curve-title">The cost, epoch by epoch</h2>
  <p id="cost-shown"></p>
  {{curve}}
</section>

<section class="why" aria-labelledby="why-title">
  <h2 id="why-title">Why does a weight change?</h2>
  <p class="choice"><label for="weight">Weight or bias</label> <select id="weight"></select></p>
  <button type="button" id="ask-why" hidden>Show the explanation</button>
  <div id="explanation"></div>
</section>
</main>

<footer><p>Keys: ← and → go back and on. The address of the page says where you are: copy it to share
this step. Made by minibackprop: all numbers come from its Python code, the page fetches nothing.</p></footer>
<p id="status" role="status" class="spoken"></p>

<script type="application/json" id="records">{{data}}</script>
<script>{{script}}</script>
</body>
</html>
"""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #c6ccd3; --card: #f4f6f8; --wire: #8b949e;
  --forward: #0b62b0; --backward: #b04708; --update: #17703a; --now: #fff1b8;
  --above: #2b7bba; --below: #d2600a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e9ecf0; --quiet: #a3adb8; --line: #444c56; --card: #20252b; --wire: #6f7a86;
    --forward: #7cbcff; --backward: #ffa668; --update: #6fd08c; --now: #4a4116;
    --above: #5aa9e6; --below: #f08a3c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding: 4.5rem 0 1rem; }
[hidden] { display: none !important; }
body {
  margin: 0 auto; padding: 0 1rem 1rem; max-width: 90rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0.8rem 0 0.2rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 0.2rem 0; }
p { margin: 0.3rem 0; overflow-wrap: anywhere; }
#about, footer, .legend, #where { color: var(--quiet); font-size: 0.95rem; }
.spoken {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

button, select {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: 0.4rem;
}
button { padding: 0.35rem 0.8rem; cursor: pointer; min-height: 2.5rem; }
select { padding: 0.35rem 0.4rem; min-width: 0; max-width: 100%; min-height: 2.5rem; }
button:hover { border-color: var(--ink); }
button[aria-disabled="true"] { opacity: 0.45; cursor: default; }
input { accent-color: var(--forward); }
:focus-visible { outline: 3px solid var(--forward); outline-offset: 2px; }

.controls {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center;
  gap: 0.4rem 1.2rem; padding: 0.5rem 0; margin-bottom: 0.6rem; background: var(--paper);
  border-bottom: 1px solid var(--line);
}
.buttons { display: flex; gap: 0.5rem; }
#next { background: var(--forward); border-color: var(--forward); color: var(--paper); font-weight: 600; }
.slider { display: flex; align-items: center; gap: 0.5rem; flex: 1 1 12rem; max-width: 28rem; }
.slider input { flex: 1; min-width: 5rem; min-height: 2rem; }
#epoch-shown { min-width: 2.2em; font-variant-numeric: tabular-nums; font-weight: 600; }
.choice { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.5rem; min-width: 0; }
.choice label { white-space: nowrap; }
.switch { display: flex; align-items: center; gap: 0.4rem; min-height: 2.5rem; cursor: pointer; }
.switch input { width: 1.2rem; height: 1.2rem; }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.2rem 2rem; align-items: start; }
section { min-width: 0; }
.scroll { overflow: auto; position: relative; }
#network { display: block; height: auto; width: 100%; min-width: 44rem; max-width: 70rem; margin: 0 auto; }
#network text { font-size: 17px; }
#network .heading { fill: var(--quiet); font-weight: 600; }
.card { fill: var(--card); stroke: var(--line); stroke-width: 1.25; }
.band { fill: transparent; }
.name { opacity: 0.85; }
.value { font-variant-numeric: tabular-nums; font-weight: 600; }
.line.weight, .edge { cursor: pointer; }
.line.weight:hover .band { fill: var(--line); }
.wire { stroke: var(--above); opacity: 0.55; }
.wire.below { stroke: var(--below); stroke-dasharray: 7 4; }
.hit { stroke: transparent; stroke-width: 11; pointer-events: stroke; }
.edge:hover .wire, .wires.active .wire { opacity: 1; }
.to-cost { stroke: var(--wire); stroke-dasharray: 2 4; stroke-width: 1.5; }
.at-wire {
  display: none; font-weight: 600; pointer-events: none;
  paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round;
}
.few .at-wire, .chosen .at-wire { display: inline; }
.edge.chosen .wire { stroke: var(--ink); stroke-width: 5; opacity: 1; }
.line.chosen .band { fill: none; stroke: var(--ink); stroke-width: 2; }
#network .forward { fill: var(--forward); }
#network .backward { fill: var(--backward); }
#network .update { fill: var(--update); }
.line.now .band { fill: var(--now); }
.line.asks { cursor: help; }
main[data-kind="forward"] .active .card { stroke: var(--forward); stroke-width: 2.5; }
main[data-kind="backward"] .active .card { stroke: var(--backward); stroke-width: 2.5; }
.legend span { margin-right: 1rem; white-space: nowrap; }
.legend span:last-child { white-space: normal; }
.legend .above::before, .legend .below::before {
  content: ""; display: inline-block; width: 1.8em; margin-right: 0.4em; vertical-align: 0.25em;
  border-top: 3px solid var(--above);
}
.legend .below::before { border-top: 3px dashed var(--below); }

#formula { font-size: 1.4rem; margin: 0.35rem 0; }
main[data-kind="forward"] #formula { color: var(--forward); }
main[data-kind="backward"] #formula { color: var(--backward); }
main[data-kind="update"] #formula { color: var(--update); }
.rows { max-height: 27rem; margin-top: 0.5rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
th, td {
  text-align: left; vertical-align: top; padding: 0.25rem 0.7rem 0.25rem 0;
  border-top: 1px solid var(--line); font-weight: normal;
}
thead th {
  position: sticky; top: 0; background: var(--paper); color: var(--quiet); font-size: 0.9rem; border: 0;
  z-index: 1;
}
tbody th { white-space: nowrap; font-weight: 600; }
tbody th small {
  display: block; font-weight: normal; color: var(--quiet); max-width: 9rem; overflow: hidden;
  text-overflow: ellipsis;
}
td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.working { color: var(--quiet); font-size: 0.95rem; }
th:last-child, td:last-child {
  text-align: right; padding-right: 0.5rem; white-space: nowrap; overflow-wrap: normal;
}
data { font-weight: 600; }
table button { min-height: 1.9rem; padding: 0 0.6rem; }
tbody th button { font-weight: 600; padding: 0 0.45rem; }
tr.chosen { background: var(--now); }
.ask { border-style: dashed; min-width: 4rem; font-weight: 600; }

#curve { display: block; font-size: 14px; width: 100%; max-width: 40rem; height: auto; color: var(--ink); }
.curve line.curve { stroke: var(--forward); stroke-width: 2.5; }
.dot { fill: var(--forward); cursor: pointer; }
.marker { fill: none; stroke: var(--backward); stroke-width: 3; }
#explanation {
  font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 0.95rem;
}
#explanation div {
  white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 4em; text-indent: -4em; min-height: 0.7em;
}
#explanation .part { font-weight: 600; }
#explanation .part, #explanation p { font-family: system-ui, sans-serif; }
footer { margin-top: 1.5rem; border-top: 1px solid var(--line); }

@media (min-width: 62rem) {
  main { grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); }
  .controls { grid-column: 1 / -1; }
  .step { grid-area: 2 / 2; }
  .figure { grid-area: 2 / 1; }
  .curve { grid-area: 3 / 2; }
  .why { grid-area: 3 / 1; }
}
@media (max-width: 34rem) {
  body { font-size: 1rem; padding: 0 0.7rem 4.5rem; }
  h1 { font-size: 1.25rem; }
  html { scroll-padding: 1rem 0 5rem; }
  .controls { position: static; gap: 0 0.8rem; }
  .buttons {
    position: fixed; left: 0; right: 0; bottom: 0; z-index: 3; padding: 0.5rem 0.7rem;
    background: var(--paper); border-top: 1px solid var(--line);
  }
  .buttons button { flex: 1; }
  .slider { flex-basis: 8rem; }
  .rows { max-height: 20rem; }
  #explanation { font-size: 0.85rem; }
  #explanation div { padding-left: 2.5em; text-indent: -2.5em; }
}
@media print {
  .controls { position: static; }
  .rows { max-height: none; }
}
"""
