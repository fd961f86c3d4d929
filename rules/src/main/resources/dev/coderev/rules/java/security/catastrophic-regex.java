import java.util.regex.Pattern;

class Names {
  // ruleid: java.security.catastrophic-regex
  private static final Pattern WORDS = Pattern.compile("^(\\w+)+$");
  // ok: java.security.catastrophic-regex
  private static final Pattern LIST = Pattern.compile("^(\\w+,)+$");

  boolean check(String text) {
    // ruleid: java.security.catastrophic-regex
    boolean nested = text.matches("([a-z]*)*x");
    // ok: java.security.catastrophic-regex
    boolean plain = text.matches("[a-z]*x");
    // ruleid: java.security.catastrophic-regex
    String rest = text.replaceAll("(?:\\d|[0-9a-f])+:", "");
    // ok: java.security.catastrophic-regex
    String kept = text.replaceAll("(?:\\d|[a-f])+:", "");
    return nested && plain && rest.equals(kept);
  }
}
