// The page remembers where the reader is, plays, and hides numbers until they are asked for.
import assert from "node:assert/strict";

import { EXAMPLE, check, closed, expected, finish, opened, seen } from "./driver.mjs";

await check("the address restores the step, and nonsense in it does no harm", async () => {
    for (const [hash, where, weight] of [
        ["#epoch=2&step=5&weight=1.2.1", "Step 5 of 18, epoch 2", "1.2.1"],
        ["#epoch=99&step=99", "Step 18 of 18, epoch 2", ""],
        ["#epoch=-1&step=0&weight=9.9.9&example=77", "Step 1 of 18, epoch 0", ""],
        ["#epoch=1e0&step=0x2&weight=__proto__&predict=yes", "Step 1 of 18, epoch 0", ""],
        ["#%E0%A4%A&&&=;<script>alert(1)</script>", "Step 1 of 18, epoch 0", ""],
        ["#weight=constructor&step=3&step=4&epoch=0001", "Step 3 of 18, epoch 1", ""],
        ["#epoch=99999999999999999999", "Step 1 of 18, epoch 0", ""],
    ]) {
        const page = await opened("mazur", hash);
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

for (const name of ["mazur", "housing"]) {
    const { values, explanations } = expected.pages[name];

    await check(`${name}: "predict first" hides every number until it is asked for`, async () => {
        const page = await opened(name, `#example=${EXAMPLE[name] + 1}&predict=1&weight=1.1.1`);
        assert.equal((await seen(page)).asks.length, 0); // what is given is never hidden
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
}

await check("it plays and pauses; hidden numbers are shown before it goes on", async () => {
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

await finish();
