// Pyodide, CPython in WebAssembly, in a page in Chromium: `npm install` in this folder, and see chromium.mjs.
import { runInPage } from "./chromium.mjs";
import { driveScript } from "./driver.mjs";

await driveScript((folder, script) => runInPage({
    name: "Pyodide",
    npmPackage: "pyodide",
    folder,
    main: `async () => {
        const { loadPyodide } = await import("/runtime/pyodide.mjs");
        const pyodide = await loadPyodide();
        for (const path of await (await fetch("/files.json")).json()) {
            const text = await (await fetch("/staged/" + path)).text();
            pyodide.FS.mkdirTree("/staged/" + path.split("/").slice(0, -1).join("/"));
            pyodide.FS.writeFile("/staged/" + path, text);
        }
        pyodide.globals.set("script", "/staged/${script}");
        pyodide.runPython(\`
            import runpy, sys
            sys.path.insert(0, "/staged")
            runpy.run_path(script, run_name="__main__")
        \`);
    }`,
}));
