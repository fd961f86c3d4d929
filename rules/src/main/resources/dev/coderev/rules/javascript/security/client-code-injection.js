function runs() {
  const wanted = new URLSearchParams(location.search);
  // ruleid: javascript.security.client-code-injection
  eval("play(" + wanted.get("song") + ")");
  // ruleid: javascript.security.client-code-injection
  new Function(decodeURIComponent(location.hash.slice(1)))();
  // ruleid: javascript.security.client-code-injection
  setTimeout("show('" + wanted.get("tab") + "')", 100);
  // ruleid: javascript.security.client-code-injection
  button.setAttribute("onclick", "open('" + wanted.get("page") + "')");
  // ok: javascript.security.client-code-injection
  setTimeout(() => show(wanted.get("tab")), 100);
  // ok: javascript.security.client-code-injection
  eval("play(" + Number(wanted.get("song")) + ")");
  // ok: javascript.security.client-code-injection
  button.setAttribute("title", wanted.get("page"));
}

function angularController($scope, $location) {
  // ruleid: javascript.security.client-code-injection
  $scope.$eval(location.hash.substring(1));
  // ok: javascript.security.client-code-injection
  $scope.$eval("total * 2");
}

window.addEventListener("message", (event) => {
  // ruleid: javascript.security.client-code-injection
  eval(event.data);
});

window.addEventListener("message", (event) => {
  if (event.origin !== "https://player.example") return;
  // ok: javascript.security.client-code-injection
  eval(event.data);
});
