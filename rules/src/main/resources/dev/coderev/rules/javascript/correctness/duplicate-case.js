function color(name, size) {
  // ruleid: javascript.correctness.duplicate-case
  switch (name) {
    case "red":
      return 1;
    case "blue":
      return 2;
    case "red":
      return 3;
    default:
      break;
  }
  // ruleid: javascript.correctness.duplicate-case
  switch (size) {
    case 1:
      return "s";
    case 1:
      return "m";
  }
  // ok: javascript.correctness.duplicate-case
  switch (name) {
    case "red":
      return 1;
    case "blue":
      return 2;
  }
  // ok: javascript.correctness.duplicate-case
  switch (size) {
    case 1:
    case 2:
      return "s";
    default:
      return "l";
  }
}

module.exports = { color };
