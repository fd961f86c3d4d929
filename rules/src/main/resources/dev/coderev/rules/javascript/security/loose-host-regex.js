// ruleid: javascript.security.loose-host-regex
const shop = /^https?:\/\/shop.example\.com\/|^https:\/\/www\.example.com\//;
// ruleid: javascript.security.loose-host-regex
const other = new RegExp("^https://cdn.example.org/");
// ok: javascript.security.loose-host-regex
const exact = /^https:\/\/shop\.example\.com\//;
// ok: javascript.security.loose-host-regex
const escaped = new RegExp("^https://cdn\\.example\\.org/");
// ok: javascript.security.loose-host-regex
const any = /^\/files\/.*\.com$/;
