const fs = require("fs");

const term = process.argv[2];
// ruleid: javascript.security.code-injection-outside-input
eval(term);
// ruleid: javascript.security.code-injection-outside-input
new Function("x", fs.readFileSync("formula.txt", "utf8"));
// ok: javascript.security.code-injection-outside-input
JSON.parse(fs.readFileSync("formula.json", "utf8"));
// ok: javascript.security.code-injection-outside-input
eval("1 + 1");
