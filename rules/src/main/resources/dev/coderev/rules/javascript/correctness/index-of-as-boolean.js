function has(list, item, mail) {
  // ruleid: javascript.correctness.index-of-as-boolean
  if (list.indexOf(item)) {
    return true;
  }
  // ruleid: javascript.correctness.index-of-as-boolean
  if (!list.indexOf(item)) return false;
  // ruleid: javascript.correctness.index-of-as-boolean
  const later = list.indexOf(item) > 0;
  // ok: javascript.correctness.index-of-as-boolean
  if (list.indexOf(item) !== -1) return later;
  // ok: javascript.correctness.index-of-as-boolean
  if (list.includes(item)) return true;
  // ok: javascript.correctness.index-of-as-boolean
  return mail.indexOf("@") > 0;
}

module.exports = { has };
