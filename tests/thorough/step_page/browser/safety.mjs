// Nothing in a name becomes markup, and the content-security policy stops what the page does not need.
import assert from "node:assert/strict";

import { check, closed, expected, finish, opened } from "./driver.mjs";

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
    const options = await page.locator("#weight option").allTextContents();
    assert.ok(options.some((text) => text.endsWith(expected.names[1])));
    await closed(page);
});

await check("the policy stops scripts, styles, images and requests", async () => {
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

await finish();
