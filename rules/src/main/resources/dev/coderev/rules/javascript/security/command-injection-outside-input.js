const { exec, execSync, execFile } = require("child_process");
const readline = require("readline");
const net = require("net");

// ruleid: javascript.security.command-injection-outside-input
execSync("tar cf " + process.argv[2] + " .");
// ruleid: javascript.security.command-injection-outside-input
exec(`rsync . ${process.env.ARCHIVE_TARGET}`);
// ok: javascript.security.command-injection-outside-input
exec(`ls ${process.env.HOME}`);
// ok: javascript.security.command-injection-outside-input
execFile("tar", ["cf", process.argv[2], "."]);
// ok: javascript.security.command-injection-outside-input
execSync("gzip -" + Number(process.argv[3]) + " out.tar");

const terminal = readline.createInterface({ input: process.stdin });
terminal.question("Host? ", (host) => {
  // ruleid: javascript.security.command-injection-outside-input
  exec("ping -c 1 " + host);
});

net.createServer((socket) => {
  socket.on("data", (data) => {
    // ruleid: javascript.security.command-injection-outside-input
    exec("grep " + data.toString() + " names.txt");
  });
});
