class Limits {
  // ruleid: java.maintainability.public-mutable-static
  public static int maximum = 10;
  // ruleid: java.maintainability.public-mutable-static
  public static String name;
  // ok: java.maintainability.public-mutable-static
  public static final int MINIMUM = 1;
  // ok: java.maintainability.public-mutable-static
  private static int current;
  // ok: java.maintainability.public-mutable-static
  static int shared = 2;
}

interface Defaults {
  // ok: java.maintainability.public-mutable-static
  public static String NAME = "defaults";
}
