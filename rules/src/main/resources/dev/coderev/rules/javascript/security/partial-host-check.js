function checks(address, hosts) {
  // ruleid: javascript.security.partial-host-check
  if (address.includes("shop.example.com")) return true;
  // ruleid: javascript.security.partial-host-check
  if (address.indexOf("https://shop.example.com") !== -1) return true;
  // ruleid: javascript.security.partial-host-check
  if (address.startsWith("https://shop.example.com")) return true;
  // ruleid: javascript.security.partial-host-check
  if (new URL(address).hostname.endsWith("example.com")) return true;
  // ok: javascript.security.partial-host-check
  if (address.startsWith("https://shop.example.com/")) return true;
  // ok: javascript.security.partial-host-check
  if (new URL(address).hostname.endsWith(".example.com")) return true;
  // ok: javascript.security.partial-host-check
  if (hosts.includes("shop.example.com")) return true;
  // ok: javascript.security.partial-host-check
  return new URL(address).host === "shop.example.com" || address.includes("index.html");
}
