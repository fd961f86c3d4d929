async function sendAll(mails, send) {
  // ruleid: javascript.correctness.async-callback-in-for-each
  mails.forEach(async (mail) => {
    await send(mail);
  });
  // ruleid: javascript.correctness.async-callback-in-for-each
  mails.forEach(async function (mail) {
    await send(mail);
  });
  // ok: javascript.correctness.async-callback-in-for-each
  mails.forEach((mail) => console.log(mail));
  // ok: javascript.correctness.async-callback-in-for-each
  await Promise.all(mails.map(async (mail) => send(mail)));
  for (const mail of mails) {
    // ok: javascript.correctness.async-callback-in-for-each
    await send(mail);
  }
}

module.exports = { sendAll };
