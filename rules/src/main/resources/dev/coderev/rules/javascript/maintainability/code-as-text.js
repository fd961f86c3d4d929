function start(name) {
  // ruleid: javascript.maintainability.code-as-text
  setTimeout("refresh()", 1000);
  // ruleid: javascript.maintainability.code-as-text
  setInterval("show('" + name + "')", 1000);
  // ok: javascript.maintainability.code-as-text
  setTimeout(() => refresh(), 1000);
  // ok: javascript.maintainability.code-as-text
  setTimeout(refresh, 1000);
  // ok: javascript.maintainability.code-as-text
  clearTimeout("refresh()");
}

function refresh() {}

module.exports = { start };
