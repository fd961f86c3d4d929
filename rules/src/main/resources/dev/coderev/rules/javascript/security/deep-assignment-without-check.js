function put(root, path, value) {
  const names = path.split(".");
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (i < names.length - 1) {
      if (!root[name]) {
        // ok: javascript.security.deep-assignment-without-check
        root[name] = {};
      }
      root = root[name];
    } else {
      // ruleid: javascript.security.deep-assignment-without-check
      root[name] = value;
    }
  }
}

const assign = (object, path, value) => {
  const parts = path.split("/");
  const last = parts.pop();
  for (const part of parts) {
    object = object[part];
  }
  // ruleid: javascript.security.deep-assignment-without-check
  object[last] = value;
};

function putSafely(root, path, value) {
  const names = path.split(".");
  for (const name of names) {
    if (name === "__proto__" || name === "constructor" || name === "prototype") {
      return;
    }
  }
  const last = names.pop();
  for (const name of names) {
    root = root[name];
  }
  // ok: javascript.security.deep-assignment-without-check
  root[last] = value;
}

function read(root, path) {
  const found = {};
  for (const name of path.split(".")) {
    root = root[name];
    // ok: javascript.security.deep-assignment-without-check
    found[name] = root;
  }
  return found;
}

module.exports = { put, assign, putSafely, read };
