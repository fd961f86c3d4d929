const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();
const ROOT = "/srv/files";

app.get("/read", (req, res) => {
  const name = req.query.name;
  // ruleid: javascript.security.path-traversal
  const text = fs.readFileSync(path.join(ROOT, name), "utf8");
  // ruleid: javascript.security.path-traversal
  fs.createReadStream(`${ROOT}/${name}`).pipe(res);
  // ruleid: javascript.security.path-traversal
  res.sendFile(ROOT + "/" + name);
  // ruleid: javascript.security.path-traversal
  fs.promises.unlink(ROOT + "/" + name);
  // ok: javascript.security.path-traversal
  fs.readFileSync(path.join(ROOT, path.basename(name)), "utf8");
  // ok: javascript.security.path-traversal
  res.sendFile(name, { root: ROOT });
  // ok: javascript.security.path-traversal
  fs.readFileSync(path.join(ROOT, "index.txt"), "utf8");
  // ok: javascript.security.path-traversal
  fs.writeFileSync("/srv/log.txt", name);
  // ok: javascript.security.path-traversal
  fs.readFileSync(`${ROOT}/${Number(req.query.page)}.txt`);
  res.end(text);
});

app.get("/checked", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  if (!full.startsWith(ROOT + path.sep)) {
    return res.sendStatus(403);
  }
  // ok: javascript.security.path-traversal
  return res.sendFile(full);
});

const { readFileSync: readWhole } = require("fs");
const { readFile } = require("node:fs/promises");

app.get("/named", async (req, res) => {
    // ruleid: javascript.security.path-traversal
    readWhole("/srv/" + req.query.name);
    // ruleid: javascript.security.path-traversal
    await readFile("/srv/" + req.query.name);
    // ok: javascript.security.path-traversal
    await readFile("/srv/" + path.basename(req.query.name));
});
