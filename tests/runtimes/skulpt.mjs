// Skulpt, Python in JavaScript: `npm install` in this folder.
import Sk from "skulpt";

import { driveScript, pythonFiles, versionOf } from "./driver.mjs";

// The package imports some modules by name. Skulpt 1.2.0 has an __import__ that fails when Python code calls it: it
// expects JavaScript's own strings. A page that gives Skulpt the package, not the one file, needs this too.
const importByName = new Sk.builtin.func((name, globals, locals, names) => (
    Sk.builtin.__import__(Sk.ffi.remapToJs(name), {}, {}, Sk.ffi.remapToJs(names), 0)
));

await driveScript(async (folder, script) => {
    const files = pythonFiles(folder);
    const read = (path) => {
        const text = Sk.builtinFiles.files[path] ?? files[path.replace(/^\.\//, "")];
        if (text === undefined) {
            throw `no file ${path}`; // throwing a string tells Skulpt to look elsewhere
        }
        return text;
    };
    console.log(`Skulpt ${versionOf("skulpt")}`);
    Sk.configure({ read, output: (text) => process.stdout.write(text), __future__: Sk.python3 });
    Sk.builtins.__import__ = importByName;
    const name = script.replace(/\.py$/, "");
    try {
        await Sk.misceval.asyncToPromise(() => Sk.importMainWithBody(name, false, files[script], true));
    } catch (error) {
        const lines = (error.traceback ?? []).map((at) => `${at.filename}, line ${at.lineno}\n`).reverse();
        throw new Error(lines.join("") + error);
    }
});
