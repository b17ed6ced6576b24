// The lessons' page: it fits every screen, hides its answers, and its sliders work, with mouse and keyboard.
// Started by ../test_browser.py.
import assert from "node:assert/strict";

import { contrasts } from "../../step_page/browser/contrast.mjs";
import { check, closed, finish, opened } from "../../step_page/browser/driver.mjs";

const TEXTS = "h1, h2, h3, p, li, a, small, pre, code, legend, label, summary, button, figcaption, output, math";
const openAll = (page) => page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
});
const plotsShown = (figure) => figure.evaluate((node) => [...node.querySelectorAll("g")].flatMap((plot, number) =>
    getComputedStyle(plot).display === "none" ? [] : [[number, plot.dataset.title]]));

await check("nothing is wider than the screen, and the texts have enough contrast", async () => {
    for (const [width, colorScheme] of [[320, "light"], [390, "dark"], [1920, "light"]]) {
        const page = await opened("lessons", "", { viewport: { width, height: 844 }, colorScheme });
        await openAll(page);
        const found = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(found <= width, `${found} wide on ${width}`);
        const low = await page.evaluate(contrasts, TEXTS);
        assert.deepEqual(low, [], `${colorScheme}: ${JSON.stringify(low.slice(0, 5))}`);
        await closed(page);
    }
});

await check("the contents lead to each lesson", async () => {
    const page = await opened("lessons");
    const links = page.locator("nav a");
    assert.equal(await links.count(), 11);
    for (let number = 0; number < 11; number += 1) {
        const title = await links.nth(number).textContent();
        assert.ok((await page.textContent(`#lesson-${number + 1} h2`)).endsWith(title));
        await links.nth(number).click();
        assert.ok(page.url().endsWith(`#lesson-${number + 1}`));
    }
    await closed(page);
});

await check("an answer is hidden until it is asked for, and then stands beside the prediction", async () => {
    const page = await opened("lessons");
    const predictions = page.locator(".prediction");
    assert.ok((await predictions.count()) >= 44);
    for (let number = 0; number < await predictions.count(); number += 1) {
        const one = predictions.nth(number);
        assert.equal(await one.locator(".verdict").isVisible(), false);
        const options = one.locator("input[type=radio]");
        const isChoice = (await options.count()) > 0;
        if (isChoice) await options.last().check();
        else await one.locator("input[type=text]").fill(" 0.5 ");
        await one.locator(".answer > summary").click();
        assert.equal(await one.locator(".verdict").isVisible(), true);
        await one.locator("[role=status]").filter({ hasText: "You predicted" }).waitFor();
        const chosen = isChoice ? await options.last().inputValue() : "0.5";
        assert.ok((await one.locator(".verdict").textContent()).endsWith(`You predicted: ${chosen}.`));
    }
    await closed(page);
});

await check("with the keyboard alone, and named for a screen reader", async () => {
    const page = await opened("lessons", "#lesson-3");
    const group = page.getByRole("group", { name: /We make the weight a little larger/ });
    await group.getByRole("radio", { name: "it becomes smaller" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    assert.equal(await group.getByRole("radio", { name: "it becomes larger" }).isChecked(), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const status = page.locator("#lesson-3 .prediction >> nth=0 >> [role=status]");
    await status.filter({ hasText: "You predicted" }).waitFor(); // the browser says a little later that it is open
    assert.equal(await status.textContent(), "You predicted: it becomes larger.");
    await page.keyboard.press("Enter");
    assert.equal(await status.isVisible(), false);
    await closed(page);
});

await check("every slider shows each of its plots, one at a time, with keys and with the mouse", async () => {
    const page = await opened("lessons");
    await openAll(page);
    const sliders = page.locator(".slider");
    assert.ok((await sliders.count()) >= 4);
    for (let number = 0; number < await sliders.count(); number += 1) {
        const figure = sliders.nth(number);
        const control = figure.getByRole("slider");
        const last = Number(await control.getAttribute("max"));
        const titles = await figure.evaluate(
            (node) => [...node.querySelectorAll("g")].map((plot) => plot.dataset.title));
        assert.equal(titles.length, last + 1);
        assert.equal(new Set(titles).size, titles.length);
        await control.focus();
        for (let value = 0; value <= last; value += 1) {
            assert.deepEqual(await plotsShown(figure), [[value, titles[value]]]);
            assert.equal(await figure.locator("output").textContent(), titles[value]);
            if (value > 0) assert.equal(await control.getAttribute("aria-valuetext"), titles[value]);
            await page.keyboard.press("ArrowRight");
        }
        await page.keyboard.press("Home");
        assert.deepEqual(await plotsShown(figure), [[0, titles[0]]]);
        await control.scrollIntoViewIfNeeded();
        const box = await control.boundingBox();
        await page.mouse.move(box.x + 5, box.y + box.height / 2);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 8 });
        await page.mouse.up();
        assert.deepEqual(await plotsShown(figure), [[last, titles[last]]]);
    }
    await closed(page);
});

await check("all answers can be shown at once, and are on paper", async () => {
    const page = await opened("lessons");
    const closedOnes = () => page.locator("details:not([open])").count();
    assert.ok((await closedOnes()) > 44);
    await page.getByRole("button", { name: "Show all answers" }).click();
    assert.equal(await closedOnes(), 0);
    await page.getByRole("button", { name: "Hide all answers" }).click();
    assert.ok((await closedOnes()) > 44);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.equal(await closedOnes(), 0);
    assert.equal(await page.locator("nav").isVisible(), false);
    assert.equal(await page.locator(".verdict >> nth=0").isVisible(), true);
    await closed(page);
});

await check("without scripts, everything can be read", async () => {
    const page = await opened("lessons", "", { javaScriptEnabled: false });
    await page.click("#lesson-3 .answer > summary >> nth=0");
    assert.equal(await page.locator("#lesson-3 .verdict >> nth=0").isVisible(), true);
    await page.context().close();
});

await finish();
