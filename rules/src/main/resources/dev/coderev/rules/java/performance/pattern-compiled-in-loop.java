import java.util.List;
import java.util.regex.Pattern;

class Numbers {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  int count(List<String> lines) {
    int count = 0;
    for (String line : lines) {
      // ruleid: java.performance.pattern-compiled-in-loop
      if (Pattern.compile("[0-9]+").matcher(line).find()) {
        count++;
      }
      // ok: java.performance.pattern-compiled-in-loop
      if (DIGITS.matcher(line).matches()) {
        count++;
      }
      // ok: java.performance.pattern-compiled-in-loop
      Pattern own = Pattern.compile(line);
    }
    return count;
  }

  boolean once(String line) {
    // ok: java.performance.pattern-compiled-in-loop
    return Pattern.compile("[a-z]+").matcher(line).find();
  }
}
