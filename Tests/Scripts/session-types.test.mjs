// session.d.ts tells TypeScript what session.js has: no more, no less, and with the right types.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as session from "../../Shared/Web/scripts/session.js";

// Where Debian's node-typescript puts it, which node by itself does not look for.
const ts = createRequire(import.meta.url)("/usr/share/nodejs/typescript");
const consumer = fileURLToPath(new URL("session-types.ts", import.meta.url));
const options = {
    strict: true, noEmit: true, noUnusedLocals: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.NodeJs, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [],
};
const program = ts.createProgram([consumer], options), checker = program.getTypeChecker();
const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFiles().find((file) => file.fileName.endsWith("/session.d.ts"))));

test("an application that uses it rightly compiles, and each wrong use is refused", () => {
    const problems = ts.getPreEmitDiagnostics(program);
    assert.equal(ts.formatDiagnostics(problems, { getCurrentDirectory: () => "", getNewLine: () => "\n", getCanonicalFileName: (name) => name }), "");
});

test("what it declares is what the module exports", () => {
    const values = declared.filter((symbol) => symbol.flags & ts.SymbolFlags.Value).map((symbol) => symbol.name);
    assert.deepEqual(values.sort(), Object.keys(session).sort());
});

test("a session and its errors have the members that are declared, and no others", () => {
    const platform = { origin: "https://lang-portal.example", openChannel: undefined }, error = new session.SessionError({ status: 400, type: "t", detail: "d" });
    for (const [name, object] of [["Session", new session.Session({ platform })], ["SessionError", error]]) {
        const members = declared.find((symbol) => symbol.name === name).members;
        const there = new Set([...Object.keys(object), ...Object.getOwnPropertyNames(session[name].prototype)]);
        there.delete("constructor");
        // Those of every error.
        there.delete("name");
        assert.deepEqual([...members.keys()].filter((member) => member !== "__constructor").sort(), [...there].sort(), name);
    }
});

test("the application above uses everything that is declared", () => {
    const used = new Set(), visit = (node) => {
        if (ts.isIdentifier(node)) used.add(node.text);
        ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(consumer));
    const names = declared.flatMap((symbol) => [symbol.name, ...(symbol.members?.keys() ?? [])]).filter((name) => !name.startsWith("__"));
    assert.deepEqual(names.filter((name) => !used.has(name)), []);
});
