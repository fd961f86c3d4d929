async function load(urls) {
  const pages = [];
  for (const url of urls) {
    // ruleid: javascript.performance.await-in-loop
    pages.push(await fetch(url));
  }
  for (const url of urls) {
    // ruleid: javascript.performance.await-in-loop
    const page = await fetch(url);
    pages.push(page);
  }
  // ok: javascript.performance.await-in-loop
  const all = await Promise.all(urls.map((url) => fetch(url)));
  for (const url of urls) {
    // ok: javascript.performance.await-in-loop
    console.log(url);
  }
  // ok: javascript.performance.await-in-loop
  return [pages, all, await fetch(urls[0])];
}

module.exports = { load };
