// What the browser tests share: node TEST.mjs FOLDER CHROMIUM PLAYWRIGHT, started by ../test_browser.py.
// FOLDER holds the pages and expected.json, with the numbers, titles and explanations as Python gives them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, executablePath, playwright] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(playwright, "index.mjs")));
export const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf-8"));
export const EXAMPLE = { mazur: 0, housing: 3 }; // the example that is shown

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });

export async function opened(name, hash = "", options = {}) {
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

export async function closed(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
}

export async function check(what, run) {
    try {
        await run();
        console.log(`ok ${what}`);
    } catch (error) {
        await browser.close();
        throw error;
    }
}

export const finish = () => browser.close();

// What the page shows, as a reader sees it
export const seen = (page) => page.evaluate(() => ({
    where: document.getElementById("where").textContent,
    title: document.getElementById("step-title").textContent,
    values: [...document.querySelectorAll("#rows data")].map((data) => Number(data.value)),
    texts: [...document.querySelectorAll("#rows data")].map((data) => data.textContent),
    asks: [...document.querySelectorAll("#rows .ask")].map((button) => button.getAttribute("aria-label")),
    explanation: [...document.querySelectorAll("#explanation div")].map((line) => line.textContent).join("\n"),
    places: Object.fromEntries(
        [...document.querySelectorAll("#network [data-place]")].map((text) => [text.dataset.place, text.textContent])),
    cost: document.getElementById("cost-shown").textContent,
    curve: [...document.querySelectorAll("#curve circle.dot")]
        .filter((dot) => dot.getAttribute("visibility") !== "hidden").length,
    status: document.getElementById("status").textContent,
    focus: document.activeElement.id || document.activeElement.getAttribute("aria-label")
        || document.activeElement.tagName,
    hash: location.hash,
    width: document.documentElement.scrollWidth,
}));
