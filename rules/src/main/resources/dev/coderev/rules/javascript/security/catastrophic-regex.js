// ruleid: javascript.security.catastrophic-regex
const name = /^(\w+)+$/;
// ruleid: javascript.security.catastrophic-regex
const words = new RegExp("^([a-z]+)*$");
// ok: javascript.security.catastrophic-regex
const plain = /^\w+$/;
// ok: javascript.security.catastrophic-regex
const list = /^(\w+,)+$/;
// ruleid: javascript.security.catastrophic-regex
const any = /(?:.*)+x/;
// ok: javascript.security.catastrophic-regex
const fixed = /(abc)+/;

module.exports = { name, words, plain, list, any, fixed };
