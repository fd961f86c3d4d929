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

// ruleid: javascript.security.catastrophic-regex
const digits = /(?:\d|[0-9a-f])+:/i;
// ok: javascript.security.catastrophic-regex
const letters = /(?:\d|[a-f])+:/i;
// ok: javascript.security.catastrophic-regex
const unknown = new RegExp("(" + name + ")+" + words);

module.exports = { digits, letters, unknown, name, words, plain, list, any, fixed };
