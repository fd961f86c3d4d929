function cleans(text) {
  // ruleid: javascript.security.markup-removed-by-regex
  const plain = text.replace(/<script[^>]*>.*?<\/script>/gi, "");
  // ruleid: javascript.security.markup-removed-by-regex
  const quiet = text.replace(/\son\w+="[^"]*"/g, "");
  // ruleid: javascript.security.markup-removed-by-regex
  const inner = text.replace(/<!--.*?-->/g, "");
  // ruleid: javascript.security.markup-removed-by-regex
  const local = text.replace(/\.\.\//g, "");
  // ok: javascript.security.markup-removed-by-regex
  const digits = text.replace(/[^0-9]/g, "");
  // ok: javascript.security.markup-removed-by-regex
  const marked = text.replace(/<script/g, "&lt;script");
  let before;
  do {
    before = text;
    // ok: javascript.security.markup-removed-by-regex
    text = text.replace(/<!--.*?-->/g, "");
  } while (text !== before);
  return [plain, quiet, inner, local, digits, marked, text];
}
