// The pytest suite in Pyodide, CPython in WebAssembly: `node pyodide_pytest.mjs WHEELS [PYTEST ARGUMENTS]`.
// Pyodide: `npm install` in this folder. WHEELS is a folder with wheels of pytest and what it needs:
// `pip download --no-deps -d WHEELS pytest iniconfig packaging pluggy pygments`.
// Tests that start a process or a thread are skipped: the last lines name each of them and say what it lacks.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { loadPyodide, version } from "pyodide";

import { drive } from "./driver.mjs";

await drive(async (wheels, ...argumentsOfPytest) => {
    const pyodide = await loadPyodide();
    pyodide.mountNodeFS("/wheels", wheels);
    pyodide.mountNodeFS("/repository", fileURLToPath(new URL("../..", import.meta.url)));
    pyodide.globals.set("wheels", readdirSync(wheels).map((wheel) => `/wheels/${wheel}`));
    const plugins = ["-p", "no:cacheprovider", "-p", "tests.runtimes.no_processes"];
    pyodide.globals.set("argv", [...plugins, "-q", ...argumentsOfPytest]);
    console.log(`Pyodide ${version}, CPython ${pyodide.runPython("import sys; sys.version.split()[0]")}`);
    process.exitCode = pyodide.runPython(`
        import os
        sys.dont_write_bytecode = True
        sys.path[:0] = ["/repository", *wheels]
        os.chdir("/repository")
        import pytest
        int(pytest.main(list(argv)))
    `);
});
