// The page fits on every screen, its texts have enough contrast, and its colours follow the reader's system.
import assert from "node:assert/strict";

import { check, closed, expected, finish, opened, seen } from "./driver.mjs";

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
    const texts = "h1, h2, p, th, td, data, button, label, select, div.part, #network text";
    for (const node of document.querySelectorAll(texts)) {
        const style = getComputedStyle(node);
        const colour = node.closest("svg") ? style.fill : style.color;
        const [a, b] = [luminance(colour), luminance(paper(node))].sort((x, y) => y - x);
        if (node.textContent && (a + 0.05) / (b + 0.05) < 4.5) {
            low.push([node.tagName, node.textContent, colour, paper(node)]);
        }
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

await finish();
