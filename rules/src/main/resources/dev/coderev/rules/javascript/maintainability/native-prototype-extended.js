function Shop() {}

// ruleid: javascript.maintainability.native-prototype-extended
Array.prototype.last = function () {
  return this[this.length - 1];
};
// ruleid: javascript.maintainability.native-prototype-extended
Object.defineProperty(String.prototype, "shout", { value: () => "!" });
// ok: javascript.maintainability.native-prototype-extended
Shop.prototype.open = function () {
  return true;
};
if (!Array.prototype.at) {
  // ok: javascript.maintainability.native-prototype-extended
  Array.prototype.at = function (index) {
    return this[index];
  };
}

module.exports = { Shop };
