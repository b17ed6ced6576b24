// Brython, Python in JavaScript, in a page in Chromium: `npm install` in this folder, and see chromium.mjs.
import { runInPage } from "./chromium.mjs";
import { driveScript } from "./driver.mjs";

await driveScript((folder, script) => runInPage({
    name: "Brython",
    npmPackage: "brython",
    scripts: ["brython.js", "brython_stdlib.js"],
    folder,
    main: `async () => {
        const source = await (await fetch("/staged/${script}")).text();
        __BRYTHON__.runPythonSource(source, { id: "__main__", pythonpath: ["/staged"] });
    }`,
}));
