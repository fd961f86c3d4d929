import java.util.List;

class Weekdays {
  // ruleid: java.maintainability.public-array-constant
  public static final String[] NAMES = {"Mon", "Tue"};
  // ruleid: java.maintainability.public-array-constant
  public static final int[] NUMBERS = new int[] {1, 2};
  // ok: java.maintainability.public-array-constant
  public static final List<String> ALL = List.of("Mon", "Tue");
  // ok: java.maintainability.public-array-constant
  private static final String[] OWN = {"Mon", "Tue"};
  // ok: java.maintainability.public-array-constant
  public static final String[] NONE = {};
}
