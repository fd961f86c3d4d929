const fs = require("fs");
const path = require("path");
const unzipper = require("unzipper");
const AdmZip = require("adm-zip");

function unpack(file, target) {
  fs.createReadStream(file)
    .pipe(unzipper.Parse())
    .on("entry", (entry) => {
      // ruleid: javascript.security.archive-entry-path
      entry.pipe(fs.createWriteStream(path.join(target, entry.path)));
    });
}

function all(file, target) {
  for (const entry of new AdmZip(file).getEntries()) {
    // ruleid: javascript.security.archive-entry-path
    fs.writeFileSync(target + "/" + entry.entryName, entry.getData());
    // ok: javascript.security.archive-entry-path
    fs.writeFileSync(path.join(target, path.basename(entry.entryName)), entry.getData());
    const full = path.resolve(target, entry.entryName);
    if (!full.startsWith(target)) {
      throw new Error("outside");
    }
    // ok: javascript.security.archive-entry-path
    fs.writeFileSync(full, entry.getData());
  }
  // ok: javascript.security.archive-entry-path
  fs.writeFileSync(path.join(target, "done.txt"), "");
}

module.exports = { unpack, all };
