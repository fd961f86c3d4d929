class Licence {
  void check(boolean valid) {
    if (!valid) {
      // ruleid: java.maintainability.exit-in-library
      System.exit(1);
    }
  }

  void halt() {
    // ruleid: java.maintainability.exit-in-library
    Runtime.getRuntime().halt(2);
  }

  void refuse(boolean valid) {
    if (!valid) {
      // ok: java.maintainability.exit-in-library
      throw new IllegalStateException("no valid licence");
    }
  }
}

class Program {
  public static void main(String[] args) {
    if (args.length == 0) {
      // ok: java.maintainability.exit-in-library
      System.exit(2);
    }
  }
}
