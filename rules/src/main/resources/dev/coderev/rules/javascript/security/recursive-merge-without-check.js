// ruleid: javascript.security.recursive-merge-without-check
function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

// ruleid: javascript.security.recursive-merge-without-check
function deep(into, from) {
  for (const name of Object.keys(from)) {
    if (from[name] instanceof Object) {
      deep(into[name], from[name]);
    }
  }
}

// ok: javascript.security.recursive-merge-without-check
function safe(target, source) {
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") {
      continue;
    }
    safe(target[key], source[key]);
  }
}

// ok: javascript.security.recursive-merge-without-check
function flat(target, source) {
  for (const key in source) {
    target[key] = source[key];
  }
}

module.exports = { merge, deep, safe, flat };
