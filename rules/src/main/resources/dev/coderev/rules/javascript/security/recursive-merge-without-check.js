function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      merge(target[key], source[key]);
    } else {
      // ruleid: javascript.security.recursive-merge-without-check
      target[key] = source[key];
    }
  }
  return target;
}

const deep = (into, from) => {
  Object.keys(from).forEach((name) => {
    if (into[name]) {
      deep(into[name], from[name]);
    } else {
      // ruleid: javascript.security.recursive-merge-without-check
      into[name] = from[name];
    }
  });
};

function joined(target, source) {
  for (const name of Object.keys(source)) {
    if (!source.hasOwnProperty(name)) {
      continue;
    }
    const value = source[name];
    // ruleid: javascript.security.recursive-merge-without-check
    target[name] = value instanceof Object ? joined(target[name], value) : value;
  }
  return target;
}

function safe(target, source) {
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") {
      continue;
    }
    if (target[key]) {
      safe(target[key], source[key]);
    }
    // ok: javascript.security.recursive-merge-without-check
    target[key] = source[key];
  }
}

function known(target, source) {
  for (const key in source) {
    if (target.hasOwnProperty(key)) {
      known(target[key], source[key]);
    } else {
      // ok: javascript.security.recursive-merge-without-check
      target[key] = source[key];
    }
  }
}

function flat(target, source) {
  for (const key in source) {
    // ok: javascript.security.recursive-merge-without-check
    target[key] = source[key];
  }
}

function copy(source) {
  const result = {};
  for (const key in source) {
    // ok: javascript.security.recursive-merge-without-check
    result[key] = copy(source[key]);
  }
  return result;
}

module.exports = { merge, deep, joined, safe, known, flat, copy };
