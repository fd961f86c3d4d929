class Brackets {
  String open() {
    // ruleid: java.correctness.char-as-capacity
    return new StringBuilder('[').append("x").toString();
  }

  String wrap(char bracket) {
    // ruleid: java.correctness.char-as-capacity
    return new StringBuilder(bracket).append("x").toString();
  }

  String text() {
    // ok: java.correctness.char-as-capacity
    return new StringBuilder("[").append('x').toString();
  }

  String sized(int size) {
    // ok: java.correctness.char-as-capacity
    return new StringBuilder(size).append("x").toString();
  }
}
