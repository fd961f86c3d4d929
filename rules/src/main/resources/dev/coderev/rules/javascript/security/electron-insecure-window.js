const { BrowserWindow } = require("electron");

function open() {
  // ruleid: javascript.security.electron-insecure-window
  const a = new BrowserWindow({ width: 800, webPreferences: { nodeIntegration: true } });
  // ruleid: javascript.security.electron-insecure-window
  const b = new BrowserWindow({ webPreferences: { preload: "p.js", contextIsolation: false } });
  // ruleid: javascript.security.electron-insecure-window
  const c = new BrowserWindow({ webPreferences: { webSecurity: false } });
  // ok: javascript.security.electron-insecure-window
  const d = new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });
  // ok: javascript.security.electron-insecure-window
  const e = new BrowserWindow({ width: 800 });
  return [a, b, c, d, e];
}

module.exports = { open };
