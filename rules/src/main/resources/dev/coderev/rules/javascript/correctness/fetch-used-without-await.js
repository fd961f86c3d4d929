async function load(url) {
  // ruleid: javascript.correctness.fetch-used-without-await
  const a = await fetch(url).json();
  // ruleid: javascript.correctness.fetch-used-without-await
  if (fetch(url).ok) return a;
  // ok: javascript.correctness.fetch-used-without-await
  const b = await (await fetch(url)).json();
  // ok: javascript.correctness.fetch-used-without-await
  const c = await fetch(url).then((answer) => answer.json());
  const answer = await fetch(url);
  // ok: javascript.correctness.fetch-used-without-await
  return [b, c, await answer.text()];
}

module.exports = { load };
