class Names {
  int length(String name) {
    // ruleid: java.maintainability.null-pointer-caught
    try {
      return name.length();
    } catch (NullPointerException e) {
      return 0;
    }
  }

  int tested(String name) {
    // ok: java.maintainability.null-pointer-caught
    return name == null ? 0 : name.length();
  }

  int number(String name) {
    // ok: java.maintainability.null-pointer-caught
    try {
      return Integer.parseInt(name);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
