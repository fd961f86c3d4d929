class Parser {
  int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // ruleid: java.maintainability.exception-cause-lost
      throw new IllegalStateException(e.getMessage());
    }
  }

  int prefixed(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // ruleid: java.maintainability.exception-cause-lost
      throw new IllegalStateException("not a number: " + e.getMessage());
    }
  }

  int caused(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // ok: java.maintainability.exception-cause-lost
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // ok: java.maintainability.exception-cause-lost
      throw new IllegalStateException(e);
    }
  }
}
