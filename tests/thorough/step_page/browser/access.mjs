// The page can be used with the keyboard alone and with a screen reader.
import assert from "node:assert/strict";

import { check, closed, expected, finish, opened, seen } from "./driver.mjs";

await check("with the keyboard alone: every control is reached in order and works, and the focus is kept", async () => {
    const { explanations, spoken, titles, values } = expected.pages.mazur;
    const [first, second] = spoken[0].slice(4); // after two inputs and two targets come the weights
    const page = await opened("mazur");
    const tab = async () => { await page.keyboard.press("Tab"); return (await seen(page)).focus; };
    const order = [];
    for (let press = 0; press < 7; press += 1) order.push(await tab());
    const table = "rows-scroll"; // where it is long enough to scroll
    assert.deepEqual(order, ["back", "play", "next", "epoch", "predict", table, `Explain ${first}`]);
    assert.equal(await tab(), "weight");
    await page.keyboard.press("Shift+Tab");
    // along the weights of the table
    await page.keyboard.press("ArrowDown");
    assert.equal((await seen(page)).focus, `Explain ${second}`);
    await page.keyboard.press("Enter");
    assert.equal((await seen(page)).explanation, explanations[0]["1.1.2"]);
    assert.equal((await seen(page)).focus, `Explain ${second}`);
    await page.keyboard.press("End");
    assert.equal((await seen(page)).focus, `Explain ${spoken[0].at(-1)}`);
    // in the table, the left and right arrow keys still step
    await page.keyboard.press("ArrowRight");
    assert.equal((await seen(page)).title, titles[1]);
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
    assert.deepEqual((await seen(page)).asks, spoken[1].map((name) => `Show ${name}`));
    assert.equal(await tab(), "reveal");
    assert.equal(await tab(), `Show ${spoken[1][0]}`);
    await page.keyboard.press("Enter");
    assert.equal((await seen(page)).focus, `Show ${spoken[1][1]}`);
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

await check("a screen reader gets roles, names and states", async () => {
    const page = await opened("housing", "#step=3&weight=1.1.1&predict=1");
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const told = nodes.filter((node) => !node.ignored).map((node) => [node.role?.value, node.name?.value ?? ""]);
    const { spoken, titles } = expected.pages.housing;
    for (const [role, name] of [
        ["button", "← Back"], ["button", "Play"], ["button", "Next →"],
        ["slider", "Epoch"], ["combobox", "Example"], ["switch", "Predict first"], ["combobox", "Weight or bias"],
        ["heading", "Backpropagation, step by step"], ["heading", titles[2]],
        ["image", "The network: 13 inputs"], ["image", "The cost is not known yet."],
        ["status", ""], ["main", ""], ["region", "Controls"], ["region", titles[2]],
        ["table", "The numbers of this step"], ["columnheader", "calculation"], ["rowheader", spoken[2][0]],
        ["button", `Show ${spoken[2][3]}`], ["button", "Show all the numbers of this step"],
        ["button", "Show the explanation"],
    ]) {
        const found = told.filter(([r]) => r === role);
        assert.ok(found.some(([, n]) => n.includes(name)), `${role} "${name}" is not in ${JSON.stringify(found)}`);
    }
    const named = ["button", "slider", "combobox", "switch", "image", "table", "region"];
    assert.deepEqual(told.filter(([role, name]) => named.includes(role) && !name), []);
    const slider = nodes.find((node) => node.role?.value === "slider");
    assert.equal(slider.value.value, 0);
    assert.equal(await page.getAttribute("#epoch", "aria-valuetext"), "0: the step from epoch 0 to 1");
    assert.equal(await page.getAttribute("#status", "role"), "status");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await closed(page);
});

await finish();
