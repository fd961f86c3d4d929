const next = new URLSearchParams(window.location.search).get("next");

function go() {
  const target = new URLSearchParams(window.location.search).get("next");
  // ruleid: javascript.security.client-redirect
  window.location.href = target;
  // ruleid: javascript.security.client-redirect
  location.assign(target);
  // ruleid: javascript.security.client-redirect
  window.open(location.hash.slice(1));
  // ok: javascript.security.client-redirect
  window.location.href = "/start";
  // ok: javascript.security.client-redirect
  location.assign("/pages/" + target);
  // ok: javascript.security.client-redirect
  window.location.href = `/login?next=${encodeURIComponent(target)}`;
}

go(next);
