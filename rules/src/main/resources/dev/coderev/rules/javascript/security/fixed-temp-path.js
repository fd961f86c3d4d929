const fs = require("fs");
const os = require("os");
const path = require("path");

function save(text) {
  // ruleid: javascript.security.fixed-temp-path
  fs.writeFileSync("/tmp/report.txt", text);
  // ruleid: javascript.security.fixed-temp-path
  fs.createWriteStream("/var/tmp/report.log");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "report-"));
  // ok: javascript.security.fixed-temp-path
  fs.writeFileSync(path.join(folder, "report.txt"), text);
  // ok: javascript.security.fixed-temp-path
  fs.readFileSync("/tmp/report.txt");
  // ok: javascript.security.fixed-temp-path
  fs.writeFileSync("/srv/tmp/report.txt", text);
}

module.exports = { save };
