class Settings {
  int port(String text) {
    int port = 8080;
    // ruleid: java.maintainability.empty-catch
    try {
      port = Integer.parseInt(text);
    } catch (NumberFormatException e) {
    }
    return port;
  }

  int fallback(String text) {
    // ok: java.maintainability.empty-catch
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
    }
    return 8080;
  }

  int named(String text) {
    // ok: java.maintainability.empty-catch
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException ignored) {
    }
    return 8080;
  }

  int explained(String text) {
    // ok: java.maintainability.empty-catch
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // not a number: the default below is right
    }
    return 8080;
  }

  int handled(String text) {
    // ok: java.maintainability.empty-catch
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 8080;
    }
  }
}
