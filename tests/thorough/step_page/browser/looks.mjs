// The page fits on every screen, its texts have enough contrast, and its colours follow the reader's system.
import assert from "node:assert/strict";

import { contrasts } from "./contrast.mjs";
import { check, closed, expected, finish, opened, seen } from "./driver.mjs";

const TEXTS = "h1, h2, p, th, td, data, button, label, select, div.part, #network text";

const WIDTHS = { mazur: [320, 360, 400, 800, 1200], housing: [360, 800] };

for (const name of ["mazur", "housing"]) {
    const { values } = expected.pages[name];

    await check(`${name}: nothing is wider than the screen, and the texts have enough contrast`, async () => {
        for (const width of WIDTHS[name]) {
            for (const colorScheme of ["light", "dark"]) {
                const page = await opened(name, "#weight=1.1.1", { viewport: { width, height: 740 }, colorScheme });
                for (const step of values[0].keys()) {
                    if (step) await page.keyboard.press("ArrowRight");
                    const now = await seen(page);
                    assert.ok(now.width <= width, `${now.where} is ${now.width} wide on ${width}`);
                }
                const low = await page.evaluate(contrasts, TEXTS);
                assert.deepEqual(low, [], `${colorScheme}: ${JSON.stringify(low)}`);
                await closed(page);
            }
        }
    });
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

await finish();
