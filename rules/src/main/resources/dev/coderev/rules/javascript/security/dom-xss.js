const box = document.getElementById("box");
const wanted = new URLSearchParams(location.search).get("q");
// ruleid: javascript.security.dom-xss
box.innerHTML = "Results for " + wanted;
// ruleid: javascript.security.dom-xss
document.write("<h1>" + decodeURIComponent(window.location.hash.slice(1)) + "</h1>");
// ruleid: javascript.security.dom-xss
box.insertAdjacentHTML("beforeend", `<b>${wanted}</b>`);
// ok: javascript.security.dom-xss
box.textContent = "Results for " + wanted;
// ok: javascript.security.dom-xss
box.innerHTML = DOMPurify.sanitize(wanted);
// ok: javascript.security.dom-xss
box.innerHTML = "<b>fixed</b>";
// ok: javascript.security.dom-xss
document.write("<h1>" + encodeURIComponent(wanted) + "</h1>");

window.addEventListener("message", (event) => {
  // ruleid: javascript.security.dom-xss
  box.innerHTML = event.data;
  // ok: javascript.security.dom-xss
  box.textContent = event.data;
});
