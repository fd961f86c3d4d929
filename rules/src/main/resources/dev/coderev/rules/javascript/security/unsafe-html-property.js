function show(element, user, html) {
  // ruleid: javascript.security.unsafe-html-property
  element.innerHTML = "<b>" + user.name + "</b>";
  // ruleid: javascript.security.unsafe-html-property
  element.innerHTML = `<b>${user.name}</b>`;
  // ruleid: javascript.security.unsafe-html-property
  element.insertAdjacentHTML("beforeend", "<i>" + html + "</i>");
  // ok: javascript.security.unsafe-html-property
  element.textContent = user.name;
  // ok: javascript.security.unsafe-html-property
  element.innerHTML = "<b>fixed</b>";
  // ok: javascript.security.unsafe-html-property
  element.innerHTML = DOMPurify.sanitize(html);
  // ok: javascript.security.unsafe-html-property
  element.innerHTML = "";
}
