const frame = document.getElementById("pay");
// ruleid: javascript.security.post-message-to-any-origin
window.parent.postMessage({ token: "t" }, "*");
// ruleid: javascript.security.post-message-to-any-origin
frame.contentWindow.postMessage("ready", "*");
// ok: javascript.security.post-message-to-any-origin
window.parent.postMessage({ token: "t" }, "https://shop.example.org");
// ok: javascript.security.post-message-to-any-origin
frame.contentWindow.postMessage("ready", location.origin);
const worker = new Worker("w.js");
// ok: javascript.security.post-message-to-any-origin
worker.postMessage("start");
