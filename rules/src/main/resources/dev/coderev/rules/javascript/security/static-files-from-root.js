const express = require("express");
const path = require("path");
const serveIndex = require("serve-index");

const app = express();
// ruleid: javascript.security.static-files-from-root
app.use(express.static(__dirname));
// ruleid: javascript.security.static-files-from-root
app.use("/files", express.static(process.cwd()));
// ruleid: javascript.security.static-files-from-root
app.use("/files", serveIndex("files"));
// ok: javascript.security.static-files-from-root
app.use(express.static("public"));
// ok: javascript.security.static-files-from-root
app.use(express.static(path.join(__dirname, "public")));
