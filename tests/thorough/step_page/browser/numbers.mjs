// Every number and every explanation on the page is the one that Python gives.
import assert from "node:assert/strict";

import { EXAMPLE, check, closed, expected, finish, opened, seen } from "./driver.mjs";

const close = (text, value) => Math.abs(Number(text.replaceAll("−", "-")) - value) <= 1e-5 * Math.abs(value);
const isNearly = (text, value) => Math.abs(Number(text.replaceAll("−", "-")) - value) <= 6e-3 * Math.abs(value);

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

    await check(`${name}: step by step with the mouse, all numbers are those of the passes`, async () => {
        const page = await opened(name, start);
        await walk(page, name, () => page.click("#next", { force: true }), () => page.click("#back", { force: true }));
        await closed(page);
    });

    await check(`${name}: the same with the arrow keys`, async () => {
        const page = await opened(name, start);
        await walk(page, name, () => page.keyboard.press("ArrowRight"), () => page.keyboard.press("ArrowLeft"));
        await closed(page);
    });

    await check(`${name}: every explanation that is selected in the list is that of explain`, async () => {
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

    await check(`${name}: a weight is selected by its line, a bias by its place, both in the table`, async () => {
        const page = await opened(name);
        for (const weight of Object.keys(explanations[0])) {
            if (weight.split(".").length === 3) {
                // a point where no other line covers this one
                const spot = await page.evaluate((key) => {
                    const line = document.querySelector(`.edge[data-weight="${key}"] .hit`);
                    line.scrollIntoView({ block: "center" });
                    for (let share = 0.02; share < 1; share += 0.01) {
                        const point = line.getPointAtLength(share * line.getTotalLength());
                        const { x, y } = point.matrixTransform(line.getScreenCTM());
                        if (document.elementFromPoint(x, y)?.parentNode === line.parentNode) return { x, y };
                    }
                    return null;
                }, weight);
                assert.ok(spot, `the line of ${weight} is covered everywhere`);
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
        assert.ok(isNearly(places.C, cost));
        assert.ok(isNearly(places["z.1.1"], values[1][1][EXAMPLE[name]][0]));
        assert.ok(isNearly(places["a.1.1"], values[1][2][EXAMPLE[name]][0]));
        assert.ok(isNearly(places["dC_dz.1.1"], values[1][numSteps - 5][EXAMPLE[name]][0]));
        assert.ok(isNearly(places["b.1.1"], values[1][numSteps - 2][EXAMPLE[name]].at(name === "mazur" ? 2 : 13)));
        assert.ok(isNearly(places["w.1.1.1"], values[1][numSteps - 2][EXAMPLE[name]][0]));
        await page.fill("#epoch", "0");
        await page.evaluate(() => { location.hash = "#step=2"; });
        await page.waitForFunction(() => document.getElementById("where").textContent.startsWith("Step 2 "));
        const early = (await seen(page)).places;
        assert.ok(early["z.1.1"] !== "" && early["a.1.1"] === "" && early.C === "");
        await closed(page);
    });
}

await check("a click on the curve goes to its epoch, and the marker follows", async () => {
    const page = await opened("mazur", "#step=6");
    const { values } = expected.pages.mazur;
    for (const epoch of [2, 0, 1]) {
        await page.click(`#curve .dot[data-epoch="${epoch}"]`);
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

await finish();
