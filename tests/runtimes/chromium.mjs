// A page in a headless Chromium that sees only what is served here. Chromium is what the environment variable
// CHROMIUM names, or `chromium` on the PATH (on Debian: `apt-get install chromium`).
import { accessSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { delimiter, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { pythonFiles, versionOf } from "./driver.mjs";

const ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
];
const TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8", ".py": "text/plain; charset=utf-8", ".wasm": "application/wasm",
};

// Runs `main`, the text of an asynchronous JavaScript function, in a page that finds an npm package in
// /runtime/ (and has run the `scripts` of it), `folder` in /staged/, and a list of its files in /files.json.
// Prints the name and versions of the runtime, and then what the page logs; fails if `main` does.
export async function runInPage({ name, npmPackage, scripts = [], folder, main }) {
    const html = `<!DOCTYPE html><title>${name}</title><link rel="icon" href="data:,">
        ${scripts.map((script) => `<script src="/runtime/${script}"></script>`).join("")}
        <script type="module">
            const described = (error) => error instanceof Error ? String(error) : "an exception, see above";
            window.outcome = (${main})().then(() => "done", described);
        </script>`;
    const browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
    const runtime = fileURLToPath(new URL(`node_modules/${npmPackage}`, import.meta.url));
    const server = await serve({ runtime, staged: folder }, {
        "/page.html": html, "/files.json": JSON.stringify(Object.keys(pythonFiles(folder))),
    });
    try {
        console.log(`${name} ${versionOf(npmPackage)} in Chromium ${browser.version().split(".")[0]}`);
        const page = await browser.newPage();
        page.on("console", (message) => {
            const stream = message.type() === "log" ? process.stdout : process.stderr;
            stream.write(message.text().replace(/\n?$/, "\n"));
        });
        await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
        const outcome = await page.evaluate(() => window.outcome);
        if (outcome !== "done") {
            throw new Error(outcome ?? "the page did not start");
        }
    } finally {
        await browser.close();
        server.close();
    }
}

function findChromium() {
    const candidates = process.env.PATH.split(delimiter).map((folder) => join(folder, "chromium"));
    for (const path of [process.env.CHROMIUM, ...candidates]) {
        try {
            accessSync(path);
            return path;
        } catch {
            // the next one
        }
    }
    throw new Error("there is no Chromium: install it, or name it in the environment variable CHROMIUM");
}

// An HTTP server that only this machine sees: folders by their names, and single pages by their paths.
async function serve(folders, pages) {
    const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url, "http://127.0.0.1");
        const [, place, ...names] = decodeURIComponent(pathname).split("/");
        try {
            const contents = pages[pathname] ?? (await readFile(join(folders[place], ...names)));
            const type = TYPES[extname(pathname)] ?? "application/octet-stream";
            response.writeHead(200, { "Content-Type": type }).end(contents);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
}
