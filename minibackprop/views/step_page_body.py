"""The step page in HTML: what is on it, in the order in which it is read and reached with the Tab key."""

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
