const { exec, execFile, execSync } = require("child_process");

const DEPTH = 3;

function clone(url) {
  // ruleid: javascript.security.shell-command-building
  exec("git clone " + url);
  // ruleid: javascript.security.shell-command-building
  execSync(`git clone ${url}`);
  // ok: javascript.security.shell-command-building
  execFile("git", ["clone", url]);
  // ok: javascript.security.shell-command-building
  execSync(`git fetch --depth ${DEPTH}`);
  // ok: javascript.security.shell-command-building
  exec("git status");
}

module.exports = { clone };
