const libxmljs = require("libxmljs");
const other = require("libxmljs2");

function read(text) {
  // ruleid: javascript.security.xml-external-entity
  const first = libxmljs.parseXml(text, { noent: true });
  // ruleid: javascript.security.xml-external-entity
  const second = other.parseXmlString(text, { nonet: false, noent: true });
  // ok: javascript.security.xml-external-entity
  const third = libxmljs.parseXml(text, { noent: false });
  // ok: javascript.security.xml-external-entity
  const fourth = libxmljs.parseXml(text);
  // ok: javascript.security.xml-external-entity
  const fifth = libxmljs.parseXml(text, { noblanks: true });
  // ruleid: javascript.security.xml-external-entity
  const open = { dtdload: true, noent: true };
  const sixth = libxmljs.parseXml(text, open);
  // ok: javascript.security.xml-external-entity
  const closed = { noblanks: true, noent: false };
  const seventh = libxmljs.parseXml(text, closed);
  return [first, second, third, fourth, fifth, sixth, seventh];
}

module.exports = { read };
