class Box {
  constructor(width, height) {
    // ruleid: javascript.correctness.self-assignment
    width = width;
    // ruleid: javascript.correctness.self-assignment
    height = height;
    // ok: javascript.correctness.self-assignment
    this.height = this.height;
    // ok: javascript.correctness.self-assignment
    this.width = width;
    // ok: javascript.correctness.self-assignment
    this.depth = height;
    // ok: javascript.correctness.self-assignment
    location.href = location.href;
  }
}

module.exports = { Box };
