function builds() {
  const wanted = new URLSearchParams(location.search);
  const link = document.createElement("a");
  // ruleid: javascript.security.script-address
  link.href = wanted.get("back");
  // ok: javascript.security.script-address
  link.href = "/pages/" + wanted.get("back");
  // ok: javascript.security.script-address
  link.href = "?page=" + wanted.get("back");
  const code = document.createElement("script");
  // ruleid: javascript.security.script-address
  code.src = wanted.get("theme");
  // ok: javascript.security.script-address
  code.src = "https://cdn.example/themes/" + encodeURIComponent(wanted.get("theme"));
  const picture = document.createElement("img");
  // ok: javascript.security.script-address
  picture.src = wanted.get("picture");
  // ruleid: javascript.security.script-address
  $("#next").attr("href", wanted.get("next"));
  // ruleid: javascript.security.script-address
  form.setAttribute("action", location.hash.slice(1));
  // ok: javascript.security.script-address
  form.setAttribute("title", location.hash.slice(1));
  // ruleid: javascript.security.script-address
  new Worker(wanted.get("job"));
  const items = [];
  // ok: javascript.security.script-address
  items.push(wanted.get("item"));
}
