// What the drivers share. `node X.mjs FOLDER SCRIPT` runs SCRIPT, a Python file in FOLDER; exit status 0 means
// that it ran to its end. None runs forever: a thread ends the process, even one busy in WebAssembly.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Worker } from "node:worker_threads";

const SECONDS = Number(process.env.RUNTIME_SECONDS ?? 240);
const WATCH = `setTimeout(() => {
    require("node:fs").writeSync(2, "still running after ${SECONDS} seconds\\n");
    process.kill(process.pid, "SIGTERM");
}, ${1000 * SECONDS})`;

// Passes the arguments on to `run`, and its failure on to whoever started this process.
export async function drive(run) {
    new Worker(WATCH, { eval: true }).unref();
    try {
        await run(...process.argv.slice(2));
    } catch (error) {
        console.error(String(error?.message ?? error));
        process.exitCode = 1;
    }
}

// As above, for a folder and a script in it.
export async function driveScript(run) {
    await drive(async (folder, script) => {
        if (!script || !existsSync(join(folder, script))) {
            throw new Error("usage: node X.mjs FOLDER SCRIPT, where SCRIPT is a Python file in FOLDER");
        }
        await run(folder, script);
    });
}

export function versionOf(npmPackage) {
    const file = new URL(`node_modules/${npmPackage}/package.json`, import.meta.url);
    return JSON.parse(readFileSync(file, "utf8")).version;
}

// The Python files of a folder: their texts by their paths, such as "minibackprop/linalg.py".
export function pythonFiles(folder) {
    const texts = {};
    for (const path of readdirSync(folder, { recursive: true })) {
        if (path.endsWith(".py")) {
            texts[path.split(sep).join("/")] = readFileSync(join(folder, path), "utf8");
        }
    }
    return texts;
}
