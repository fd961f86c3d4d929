function load(url) {
  // ruleid: javascript.correctness.async-promise-executor
  const a = new Promise(async (resolve) => {
    resolve(await fetch(url));
  });
  // ruleid: javascript.correctness.async-promise-executor
  const b = new Promise(async function (resolve, reject) {
    reject(await fetch(url));
  });
  // ok: javascript.correctness.async-promise-executor
  const c = new Promise((resolve) => setTimeout(resolve, 10));
  // ok: javascript.correctness.async-promise-executor
  const d = (async () => fetch(url))();
  return [a, b, c, d];
}

module.exports = { load };
