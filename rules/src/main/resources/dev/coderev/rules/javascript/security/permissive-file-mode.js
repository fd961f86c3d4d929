const fs = require("fs");

function share(path) {
  // ruleid: javascript.security.permissive-file-mode
  fs.chmodSync(path, 0o777);
  // ruleid: javascript.security.permissive-file-mode
  fs.chmod(path, "666", () => {});
  // ruleid: javascript.security.permissive-file-mode
  fs.mkdirSync(path, { recursive: true, mode: 0o777 });
  // ok: javascript.security.permissive-file-mode
  fs.chmodSync(path, 0o600);
  // ok: javascript.security.permissive-file-mode
  fs.chmodSync(path, 0o755);
  // ok: javascript.security.permissive-file-mode
  fs.mkdirSync(path, { recursive: true });
}

module.exports = { share };
