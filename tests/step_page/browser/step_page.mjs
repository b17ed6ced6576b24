// The step page in a headless Chromium: node step_page.mjs FOLDER CHROMIUM PLAYWRIGHT, started by tests/test_step_page.py.
// FOLDER holds the pages and expected.json, with the numbers and explanations as Python gives them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, executablePath, playwright] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(playwright, "index.mjs")));
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf-8"));
const EXAMPLE = { mazur: 0, housing: 3 }; // the example that is looked at
const WIDTHS = { mazur: [320, 360, 400, 800, 1200], housing: [360, 800] };

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });

async function opened(name, hash = "", options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true, ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("dialog", (dialog) => { page.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("request", (request) => {
        if (!request.url().startsWith("file:") || !request.isNavigationRequest()) page.complaints.push(request.url());
    });
    await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective));
    });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)) + hash);
    return page;
}

async function closed(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
}

async function check(what, run) {
    try {
        await run();
        console.log(`ok ${what}`);
    } catch (error) {
        await browser.close();
        throw error;
    }
}

// What the page shows, as a reader sees it
const seen = (page) => page.evaluate(() => ({
    where: document.getElementById("where").textContent,
    title: document.getElementById("step-title").textContent,
    values: [...document.querySelectorAll("#rows data")].map((data) => Number(data.value)),
    texts: [...document.querySelectorAll("#rows data")].map((data) => data.textContent),
    asks: [...document.querySelectorAll("#rows .ask")].map((button) => button.getAttribute("aria-label")),
    explanation: [...document.querySelectorAll("#explanation div")].map((line) => line.textContent).join("\n"),
    places: Object.fromEntries(
        [...document.querySelectorAll("#network [data-place]")].map((text) => [text.dataset.place, text.textContent])),
    cost: document.getElementById("cost-shown").textContent,
    curve: [...document.querySelectorAll("#curve circle.dot")].filter((dot) => dot.getAttribute("visibility") !== "hidden").length,
    status: document.getElementById("status").textContent,
    focus: document.activeElement.id || document.activeElement.getAttribute("aria-label") || document.activeElement.tagName,
    hash: location.hash,
    width: document.documentElement.scrollWidth,
}));

const close = (text, value) => Math.abs(Number(text.replaceAll("−", "-")) - value) <= 1e-5 * Math.abs(value);
const brief = (text, value) => Math.abs(Number(text.replaceAll("−", "-")) - value) <= 6e-3 * Math.abs(value);

async function walk(page, name, forwards, backwards) {
    const { values } = expected.pages[name];
    const [numEpochs, numSteps] = [values.length, values[0].length];
    for (let epoch = 0; epoch < numEpochs; epoch += 1) {
        for (let step = 0; step < numSteps; step += 1) {
            const now = await seen(page);
            const wanted = values[epoch][step][EXAMPLE[name]];
            assert.equal(now.where, `Step ${step + 1} of ${numSteps}, epoch ${epoch}`);
            assert.deepEqual(now.values, wanted, now.where);
            assert.ok(now.texts.every((text, row) => close(text, wanted[row])), now.where);
            await forwards();
        }
    }
    assert.equal((await seen(page)).where, `Step ${numSteps} of ${numSteps}, epoch ${numEpochs - 1}`); // and no further
    for (let back = 1; back < numEpochs * numSteps; back += 1) await backwards();
    assert.equal((await seen(page)).where, `Step 1 of ${numSteps}, epoch 0`);
    await backwards();
    assert.equal((await seen(page)).where, `Step 1 of ${numSteps}, epoch 0`);
}

for (const name of ["mazur", "housing"]) {
    const { values, explanations } = expected.pages[name];
    const start = `#example=${EXAMPLE[name] + 1}`;

    await check(`${name}: walked with the mouse, all numbers are those of the records`, async () => {
        const page = await opened(name, start);
        await walk(page, name, () => page.click("#next", { force: true }), () => page.click("#back", { force: true }));
        await closed(page);
    });

    await check(`${name}: walked with the arrow keys`, async () => {
        const page = await opened(name, start);
        await walk(page, name, () => page.keyboard.press("ArrowRight"), () => page.keyboard.press("ArrowLeft"));
        await closed(page);
    });

    await check(`${name}: every explanation that is chosen in the list is that of explain`, async () => {
        const page = await opened(name);
        for (const epoch of explanations.keys()) {
            await page.fill("#epoch", String(epoch));
            for (const [weight, text] of Object.entries(explanations[epoch])) {
                await page.selectOption("#weight", weight);
                assert.equal((await seen(page)).explanation, text);
            }
        }
        await closed(page);
    });

    await check(`${name}: a weight is chosen by its line, a bias by its place, both in the table`, async () => {
        const page = await opened(name);
        for (const weight of Object.keys(explanations[0])) {
            if (weight.split(".").length === 3) {
                // where this line is the one on top, and no other is
                const spot = await page.evaluate((key) => {
                    const line = document.querySelector(`.edge[data-weight="${key}"] .hit`);
                    line.scrollIntoView({ block: "center" });
                    for (let share = 0.02; share < 1; share += 0.01) {
                        const at = line.getPointAtLength(share * line.getTotalLength()).matrixTransform(line.getScreenCTM());
                        if (document.elementFromPoint(at.x, at.y)?.parentNode === line.parentNode) return { x: at.x, y: at.y };
                    }
                    return null;
                }, weight);
                assert.ok(spot, `the line of ${weight} is nowhere on top`);
                await page.mouse.click(spot.x, spot.y);
            } else {
                await page.click(`.line.weight[data-weight="${weight}"]`);
            }
            const now = await seen(page);
            assert.equal(now.explanation, explanations[0][weight]);
            assert.ok(now.hash.includes(`weight=${weight}`));
            assert.ok(now.status.startsWith(explanations[0][weight].split("\n")[0]));
        }
        const last = Object.keys(explanations[0]).at(-1);
        await page.selectOption("#weight", "");
        await page.click(`#rows button[data-weight="${last}"]`);
        assert.equal((await seen(page)).explanation, explanations[0][last]);
        await closed(page);
    });

    await check(`${name}: the network shows the latest number for every place`, async () => {
        const page = await opened(name, `${start}&epoch=1&step=999`);
        const { places } = await seen(page);
        const texts = Object.values(places);
        assert.ok(texts.length > 20 && texts.every((text) => text !== "" && text !== "?"));
        const [numSteps, cost] = [values[1].length, values[1].at(-1)[EXAMPLE[name]][0]];
        assert.ok(brief(places.C, cost));
        assert.ok(brief(places["z.1.1"], values[1][1][EXAMPLE[name]][0]));
        assert.ok(brief(places["a.1.1"], values[1][2][EXAMPLE[name]][0]));
        assert.ok(brief(places["dC_dz.1.1"], values[1][numSteps - 5][EXAMPLE[name]][0]));
        assert.ok(brief(places["b.1.1"], values[1][numSteps - 2][EXAMPLE[name]].at(name === "mazur" ? 2 : 13)));
        assert.ok(brief(places["w.1.1.1"], values[1][numSteps - 2][EXAMPLE[name]][0]));
        await page.fill("#epoch", "0");
        await page.evaluate(() => { location.hash = "#step=2"; });
        await page.waitForFunction(() => document.getElementById("where").textContent.startsWith("Step 2 "));
        const early = (await seen(page)).places;
        assert.ok(early["z.1.1"] !== "" && early["a.1.1"] === "" && early.C === "");
        await closed(page);
    });

    if (name === "mazur") await check(`${name}: the address restores the place, and nonsense in it does no harm`, async () => {
        for (const [hash, where, weight] of [
            ["#epoch=2&step=5&weight=1.2.1", "Step 5 of 18, epoch 2", "1.2.1"],
            ["#epoch=99&step=99", "Step 18 of 18, epoch 2", ""],
            ["#epoch=-1&step=0&weight=9.9.9&example=77", "Step 1 of 18, epoch 0", ""],
            ["#epoch=1e0&step=0x2&weight=__proto__&predict=yes", "Step 1 of 18, epoch 0", ""],
            ["#%E0%A4%A&&&=;<script>alert(1)</script>", "Step 1 of 18, epoch 0", ""],
            ["#weight=constructor&step=3&step=4&epoch=0001", "Step 3 of 18, epoch 1", ""],
            ["#epoch=99999999999999999999", "Step 1 of 18, epoch 0", ""],
        ]) {
            const page = await opened(name, hash);
            const now = await seen(page);
            assert.equal(now.where, where, hash);
            assert.equal(await page.inputValue("#weight"), weight);
            assert.equal(await page.isChecked("#predict"), false);
            await page.evaluate(() => { location.hash = "#epoch=1&step=7&weight=1.2.1&predict=1"; });
            await page.waitForFunction(() => document.getElementById("where").textContent === "Step 7 of 18, epoch 1");
            assert.equal(await page.isChecked("#predict"), true);
            await page.reload();
            assert.equal((await seen(page)).where, "Step 7 of 18, epoch 1");
            await closed(page);
        }
    });

    await check(`${name}: "predict first" hides every number until it is asked for`, async () => {
        const page = await opened(name, `${start}&predict=1&weight=1.1.1`);
        assert.equal((await seen(page)).asks.length, 0); // what is given is no riddle
        for (let step = 1; step < values[0].length; step += 1) {
            await page.click("#next");
            const wanted = values[0][step][EXAMPLE[name]];
            const before = await seen(page);
            assert.deepEqual(before.values, []);
            assert.equal(before.asks.length, wanted.length);
            assert.ok(Object.values(before.places).filter((text) => text === "?").length > 0);
            assert.equal(before.explanation, "");
            assert.ok(before.curve <= 1);
            await page.click("#rows .ask >> nth=0");
            const after = await seen(page);
            assert.deepEqual(after.values, wanted.slice(0, 1));
            assert.ok(after.status.includes(after.texts[0]));
            if (wanted.length > 2) {
                await page.click("#reveal");
                assert.deepEqual((await seen(page)).values, wanted);
            }
        }
        await page.click("#ask-why");
        assert.equal((await seen(page)).explanation, explanations[0]["1.1.1"]);
        assert.equal((await seen(page)).curve, 2);
        await page.click("#predict");
        assert.equal((await seen(page)).curve, values.length + 1);
        await closed(page);
    });

    await check(`${name}: nothing is wider than the screen, and the texts have contrast`, async () => {
        for (const width of WIDTHS[name]) {
            for (const colorScheme of ["light", "dark"]) {
                const page = await opened(name, "#weight=1.1.1", { viewport: { width, height: 740 }, colorScheme });
                for (const step of values[0].keys()) {
                    if (step) await page.keyboard.press("ArrowRight");
                    const now = await seen(page);
                    assert.ok(now.width <= width, `${now.where} is ${now.width} wide on ${width}`);
                }
                const low = await page.evaluate(contrasts);
                assert.deepEqual(low, [], `${colorScheme}: ${JSON.stringify(low)}`);
                await closed(page);
            }
        }
    });
}

// The texts whose contrast with the page is below 4.5 to 1
function contrasts() {
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (node) => {
        const colour = getComputedStyle(node).backgroundColor;
        return colour === "rgba(0, 0, 0, 0)" && node.parentElement ? paper(node.parentElement) : colour;
    };
    const low = [];
    for (const node of document.querySelectorAll("h1, h2, p, th, td, data, button, label, select, div.part, #network text")) {
        const style = getComputedStyle(node);
        const colour = node.closest("svg") ? style.fill : style.color;
        const [a, b] = [luminance(colour), luminance(paper(node))].sort((x, y) => y - x);
        if (node.textContent && (a + 0.05) / (b + 0.05) < 4.5) low.push([node.tagName, node.textContent, colour, paper(node)]);
    }
    return low;
}

await check("the colours follow the reader's system", async () => {
    const papers = [];
    for (const colorScheme of ["light", "dark"]) {
        const page = await opened("mazur", "", { colorScheme });
        papers.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
        await closed(page);
    }
    assert.deepEqual(papers, ["rgb(255, 255, 255)", "rgb(20, 23, 27)"]);
});

await check("with the keyboard alone: every control in its order, used, with focus kept", async () => {
    const page = await opened("mazur");
    const tab = async () => { await page.keyboard.press("Tab"); return (await seen(page)).focus; };
    const order = [];
    for (let press = 0; press < 7; press += 1) order.push(await tab());
    const table = "rows-scroll"; // where it is long enough to scroll
    assert.deepEqual(order, [
        "back", "play", "next", "epoch", "predict", table, "Explain the weight of layer 1, neuron 1, input 1",
    ]);
    assert.equal(await tab(), "weight");
    await page.keyboard.press("Shift+Tab");
    // along the weights of the table
    await page.keyboard.press("ArrowDown");
    assert.equal((await seen(page)).focus, "Explain the weight of layer 1, neuron 1, input 2");
    await page.keyboard.press("Enter");
    const { explanations, values } = expected.pages.mazur;
    assert.equal((await seen(page)).explanation, explanations[0]["1.1.2"]);
    assert.equal((await seen(page)).focus, "Explain the weight of layer 1, neuron 1, input 2");
    await page.keyboard.press("End");
    assert.equal((await seen(page)).focus, "Explain the bias of layer 2, neuron 2");
    // from the table on, the arrows to left and right still step
    await page.keyboard.press("ArrowRight");
    assert.equal((await seen(page)).title, "Layer 1: the weighted input");
    // the list of weights keeps its own arrow keys
    await page.focus("#weight");
    for (const key of ["End", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
    assert.equal(await page.inputValue("#weight"), "2.1.2");
    assert.equal((await seen(page)).explanation, explanations[0]["2.1.2"]);
    assert.equal((await seen(page)).where, "Step 2 of 18, epoch 0");
    // the slider
    await page.focus("#epoch");
    await page.keyboard.press("ArrowRight");
    assert.equal((await seen(page)).where, "Step 2 of 18, epoch 1");
    assert.deepEqual((await seen(page)).values, values[1][1][0]);
    assert.equal((await seen(page)).explanation, explanations[1]["2.1.2"]);
    assert.equal((await seen(page)).focus, "epoch");
    // the switch, then number by number
    await page.focus("#predict");
    await page.keyboard.press("Space");
    assert.deepEqual((await seen(page)).asks, ["Show z of layer 1, neuron 1", "Show z of layer 1, neuron 2"]);
    assert.equal(await tab(), "reveal");
    assert.equal(await tab(), "Show z of layer 1, neuron 1");
    await page.keyboard.press("Enter");
    assert.equal((await seen(page)).focus, "Show z of layer 1, neuron 2");
    assert.deepEqual((await seen(page)).values, values[1][1][0].slice(0, 1));
    await page.keyboard.press("Space");
    assert.equal((await seen(page)).focus, "next");
    assert.deepEqual((await seen(page)).values, values[1][1][0]);
    await page.keyboard.press("Enter");
    assert.equal((await seen(page)).where, "Step 3 of 18, epoch 1");
    // shortcuts of the browser are left alone
    await page.keyboard.press("Shift+ArrowRight");
    assert.equal((await seen(page)).where, "Step 3 of 18, epoch 1");
    await closed(page);
});

await check("it plays and pauses; with riddles it shows the answers before it goes on", async () => {
    const page = await opened("mazur", "#step=2&predict=1");
    await page.clock.install();
    await page.click("#play");
    assert.equal(await page.textContent("#play"), "Pause");
    await page.clock.runFor(2100);
    assert.equal((await seen(page)).where, "Step 2 of 18, epoch 0");
    assert.equal((await seen(page)).values.length, 2);
    await page.clock.runFor(2000);
    assert.equal((await seen(page)).where, "Step 3 of 18, epoch 0");
    await page.click("#predict");
    await page.clock.runFor(4000);
    assert.equal((await seen(page)).where, "Step 5 of 18, epoch 0");
    await page.click("#play");
    await page.clock.runFor(9000);
    assert.equal((await seen(page)).where, "Step 5 of 18, epoch 0");
    await page.click("#play");
    await page.clock.runFor(400000);
    assert.equal((await seen(page)).where, "Step 18 of 18, epoch 2");
    assert.equal(await page.textContent("#play"), "Play");
    await closed(page);
});

await check("the slider and the curve go to an epoch, and the marker stands there", async () => {
    const page = await opened("mazur", "#step=6");
    const { values } = expected.pages.mazur;
    for (const epoch of [2, 0, 1]) {
        await page.click(`#curve .dot[data-epoch="${epoch}"]`, { force: true, position: { x: 1, y: 4 } });
        const now = await seen(page);
        assert.equal(now.where, `Step 6 of 18, epoch ${epoch}`);
        assert.deepEqual(now.values, values[epoch][5][0]);
        assert.ok(now.cost.includes(now.texts[0]), now.cost);
        const [marker, dot] = await page.evaluate((number) => [
            document.getElementById("marker"), document.querySelector(`#curve .dot[data-epoch="${number}"]`),
        ].map((circle) => circle.getAttribute("cx") + circle.getAttribute("cy")), epoch);
        assert.equal(marker, dot);
    }
    await closed(page);
});

await check("a screen reader is told roles, names and states", async () => {
    const page = await opened("housing", "#step=3&weight=1.1.1&predict=1");
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const told = nodes.filter((node) => !node.ignored).map((node) => [node.role?.value, node.name?.value ?? ""]);
    const has = (role, name) => told.some(([r, n]) => r === role && n.includes(name));
    for (const [role, name] of [
        ["button", "← Back"], ["button", "Play"], ["button", "Next →"], ["slider", "Epoch"], ["combobox", "Show"],
        ["switch", "Predict first"], ["combobox", "Weight or bias"], ["heading", "One training step, step by step"],
        ["heading", "Layer 1: the activation"], ["image", "The network: 13 inputs"], ["image", "The cost is not known yet."],
        ["status", ""], ["main", ""], ["region", "Controls"], ["region", "Layer 1: the activation"], ["table", "The numbers of this step"],
        ["columnheader", "is made of"], ["rowheader", "a of layer 1, neuron 1"], ["button", "Show a of layer 1, neuron 4"],
        ["button", "Show all numbers of this step"], ["button", "Show the explanation"],
    ]) {
        assert.ok(has(role, name), `${role} "${name}" is not in ${JSON.stringify(told.filter(([r]) => r === role))}`);
    }
    const nameless = told.filter(([role, name]) => ["button", "slider", "combobox", "switch", "image", "table", "region"].includes(role) && !name);
    assert.deepEqual(nameless, []);
    const slider = nodes.find((node) => node.role?.value === "slider");

    assert.equal(slider.value.value, 0);
    assert.equal(await page.getAttribute("#epoch", "aria-valuetext"), "0: the step from epoch 0 to 1");
    assert.equal(await page.getAttribute("#status", "role"), "status");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await closed(page);
});

await check("names of columns inject nothing", async () => {
    const page = await opened("nasty", "#step=1&weight=1.1.1");
    for (let step = 0; step < 11; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.locator("img, iframe, svg svg").count(), 0);
    assert.equal(await page.locator("script").count(), 2);
    assert.equal(await page.textContent("h1"), expected.names[0]);
    await page.evaluate(() => { location.hash = ""; });
    await page.waitForFunction(() => document.getElementById("where").textContent.startsWith("Step 1 "));
    const names = await page.locator("#rows small").allTextContents();
    assert.deepEqual(names.slice(0, 3), expected.names.slice(0, 3));
    assert.ok((await page.locator("#weight option").allTextContents()).some((text) => text.endsWith(expected.names[1])));
    await closed(page);
});

await check("the policy stops what it should: scripts, styles, pictures, requests", async () => {
    const page = await opened("mazur");
    const stopped = await page.evaluate(async () => {
        const found = [];
        document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
        const script = document.createElement("script");
        try { script.textContent = "window.broken = true"; } catch { found.push("trusted types"); }
        const image = new Image();
        image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
        const style = document.createElement("style");
        style.textContent = "body { color: red }";
        document.head.append(style);
        try { document.body.innerHTML = "<b>no</b>"; } catch { found.push("innerHTML"); }
        await fetch("https://example.org/").catch(() => found.push("fetch"));
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { found, broken: window.broken };
    });
    assert.equal(stopped.broken, undefined);
    for (const each of ["img-src", "style-src-elem", "connect-src", "innerHTML", "fetch"]) {
        assert.ok(stopped.found.includes(each), `${each} is not among ${stopped.found}`);
    }
    await page.context().close();
});

await browser.close();
