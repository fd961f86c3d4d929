async function allowed(user) {
  return (await fetch("/rights/" + user)).ok;
}

function known(user) {
  return user.length > 0;
}

async function open(user) {
  // ruleid: javascript.correctness.promise-in-condition
  if (allowed(user)) {
    return 1;
  }
  // ruleid: javascript.correctness.promise-in-condition
  if (!allowed(user)) return 2;
  // ok: javascript.correctness.promise-in-condition
  if (await allowed(user)) {
    return 3;
  }
  // ok: javascript.correctness.promise-in-condition
  if (known(user)) {
    return 4;
  }
  // ok: javascript.correctness.promise-in-condition
  return allowed(user);
}

module.exports = { open };
