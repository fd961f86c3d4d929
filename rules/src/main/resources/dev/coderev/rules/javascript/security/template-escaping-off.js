const Handlebars = require("handlebars");
const nunjucks = require("nunjucks");

// ruleid: javascript.security.template-escaping-off
const page = Handlebars.compile("<p>{{text}}</p>", { noEscape: true });
// ruleid: javascript.security.template-escaping-off
const env = nunjucks.configure("views", { autoescape: false });
// ok: javascript.security.template-escaping-off
const safe = Handlebars.compile("<p>{{text}}</p>", { noEscape: false });
// ok: javascript.security.template-escaping-off
const plain = Handlebars.compile("<p>{{text}}</p>");
// ok: javascript.security.template-escaping-off
const good = nunjucks.configure("views", { autoescape: true });

module.exports = { page, env, safe, plain, good };
