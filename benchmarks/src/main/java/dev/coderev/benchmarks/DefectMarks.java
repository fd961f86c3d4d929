package dev.coderev.benchmarks;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of a folder that a suite marks, as {@code path:line}.
 *
 * <p>Two forms are read, in a comment at the end of the line that they are about: {@code $ Alert}
 * of CodeQL's inline expectations, where {@code MISSING: Alert} is a defect that CodeQL itself
 * misses and {@code SPURIOUS: Alert} none; and {@code BAD} and {@code OK} of SecuriBench Micro.
 *
 * @param real lines with a defect
 * @param fake lines that look like one
 */
record DefectMarks(Set<String> real, Set<String> fake) {
  private static final Pattern EXPECTATION =
      Pattern.compile("(?://|#|/\\*|<!--|--)\\s*\\$\\s*(.*)");
  private static final Pattern ALERT = Pattern.compile("\\bAlert\\b");
  private static final Pattern SPURIOUS = Pattern.compile("\\bSPURIOUS:.*?(?=\\bMISSING:|$)");
  private static final Pattern VERDICT = Pattern.compile("/\\*\\s*(BAD|OK)\\b");
  private static final Pattern CODE =
      Pattern.compile(
          ".*\\.(java|kt|py|js|jsx|mjs|cjs|ts|tsx|vue|go|rb|cs|php|html|ejs|hbs|c|cpp)");

  DefectMarks {
    real = Set.copyOf(real);
    fake = Set.copyOf(fake);
  }

  /** The marks of all files of code below a folder; files that are no UTF-8 have none. */
  static DefectMarks below(Path folder) throws IOException {
    Set<String> real = new TreeSet<>();
    Set<String> fake = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (CODE.matcher(file.getFileName().toString()).matches()) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          List<String> lines = lines(file);
          for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), path + ":" + (i + 1), real, fake);
          }
        }
      }
    }
    return new DefectMarks(real, fake);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      return List.of();
    }
  }

  private static void read(String line, String place, Set<String> real, Set<String> fake) {
    Matcher verdict = VERDICT.matcher(line);
    if (verdict.find()) {
      (verdict.group(1).equals("BAD") ? real : fake).add(place);
      return;
    }
    Matcher expectation = EXPECTATION.matcher(line);
    if (!expectation.find()) {
      return;
    }
    String said = expectation.group(1);
    if (ALERT.matcher(SPURIOUS.matcher(said).replaceAll(" ")).find()) {
      real.add(place);
    } else if (ALERT.matcher(said).find()) {
      fake.add(place);
    }
  }
}
