// MicroPython in WebAssembly, the build that PyScript uses: `npm install` in this folder.
import { dirname } from "node:path/posix";

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

import { driveScript, pythonFiles } from "./driver.mjs";

const HEAP = 8 * 1024 * 1024;

await driveScript(async (folder, script) => {
    const micropython = await loadMicroPython({ heapsize: HEAP, stdout: (line) => console.log(line) });
    const files = pythonFiles(folder);
    const folders = new Set(["/staged", ...Object.keys(files).map((path) => dirname(`/staged/${path}`))]);
    [...folders].sort().forEach((path) => micropython.FS.mkdir(path));
    for (const [path, text] of Object.entries(files)) {
        micropython.FS.writeFile(`/staged/${path}`, text);
    }
    micropython.runPython('import sys; sys.path.append("/staged")');
    micropython.runPython('print("MicroPython %s.%s.%s, WebAssembly" % sys.implementation.version[:3])');
    micropython.runPython(files[script]);
});
