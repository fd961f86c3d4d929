function cleans(text) {
  // ruleid: javascript.security.single-replacement
  const quoted = text.replace("'", "''");
  // ruleid: javascript.security.single-replacement
  const shown = text.replace("<", "&lt;");
  // ruleid: javascript.security.single-replacement
  const path = text.replace("../", "");
  // ruleid: javascript.security.single-replacement
  const once = text.replace(/"/, "&quot;");
  // ok: javascript.security.single-replacement
  const all = text.replace(/'/g, "''");
  // ok: javascript.security.single-replacement
  const every = text.replaceAll("<", "&lt;");
  // ok: javascript.security.single-replacement
  const word = text.replace("colour", "color");
  // ok: javascript.security.single-replacement
  const unquoted = text.replace('"', "").replace('"', "");
  return [quoted, shown, path, once, all, every, word, unquoted];
}
