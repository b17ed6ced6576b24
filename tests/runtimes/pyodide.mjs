// Pyodide, CPython in WebAssembly, in Node.js: `npm install` in this folder.
import { loadPyodide, version } from "pyodide";

import { driveScript } from "./driver.mjs";

await driveScript(async (folder, script) => {
    const pyodide = await loadPyodide();
    pyodide.mountNodeFS("/staged", folder);
    pyodide.globals.set("script", `/staged/${script}`);
    console.log(`Pyodide ${version}, CPython ${pyodide.runPython("import sys; sys.version.split()[0]")}`);
    pyodide.runPython(`
        import runpy
        sys.dont_write_bytecode = True
        sys.path.insert(0, "/staged")
        runpy.run_path(script, run_name="__main__")
    `);
});
