package dev.coderev.review.run;

import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.taint.FunctionNames;
import dev.coderev.review.report.code.SourceTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Doubts whether the data of a flow is an attacker's, and still does harm where it arrives. None of
 * them proves that it does not:
 *
 * <ul>
 *   <li>it comes from whoever started the program
 *   <li>it leads through a function that looked something up by it, took something out of an object
 *       that holds it, or says that it made it harmless
 *   <li>a function that says that it checks was called with it on the way
 * </ul>
 */
final class FlowDoubts {
  /** Arguments and environment of a process, but not what a web server puts into the latter. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "\\bargv\\b|\\bos\\.Args\\b|\\benv::args|(?:\\bgetenv\\s*\\(|\\benviron\\b|\\benv::var)"
              + "(?!.*\\b(?:HTTP_|QUERY_STRING|REQUEST_|PATH_INFO|CONTENT_|REMOTE_))");

  private static final Pattern RETURNED = Pattern.compile("returned from `(\\w+)`");
  private static final Pattern ASSIGNED = Pattern.compile("assigned to `([$@]?\\w+)`");

  /** A call of a function by its name, with arguments as far as they are no calls. */
  private static final Pattern CALL = Pattern.compile("(\\w+)[!?]?\\s*\\(([^()]*)");

  private static final Pattern WORD = Pattern.compile("[$@]?[A-Za-z_]\\w*");

  /** Comparisons of the beginning of a text, by which paths and addresses are held in. */
  private static final Pattern COMPARES =
      Pattern.compile(
          "(?i)\\b(?:starts_?with|has_?prefix|str_starts_with|is_?relative_to|is_?sub_?path)\\b"
              + "|\\b(?:slice|substr|substring)\\s*\\(\\s*0\\s*,[^=!]*[=!]="
              // An expression that is no literal: the engine knows what the others let pass.
              + "|(?<![/\\w$])[\\w$]+(?:\\.[\\w$]+)*\\.test\\s*\\("
              + "|\\b(?:indexOf|strpos|strncmp)\\s*\\([^=!]*[=!]==?\\s*0\\b");

  /** A step is looked at with so many lines before it, where the step before is elsewhere. */
  private static final int LINES_BEFORE = 25;

  /** And with so many, where it is in the same file. */
  private static final int LINES_BETWEEN = 200;

  private final SourceTexts texts;

  FlowDoubts(SourceTexts texts) {
    this.texts = texts;
  }

  boolean holdFor(TaintFlow flow) {
    return LOCAL.matcher(flow.source().place().snippet()).find()
        || flow.steps().stream().map(TaintFlow.Step::note).anyMatch(FlowDoubts::changesText)
        || isChecked(flow);
  }

  private static boolean changesText(String note) {
    Matcher returned = RETURNED.matcher(note);
    return note.startsWith(TaintFlow.HANDED_ON)
        || (returned.matches() && FunctionNames.cleans(returned.group(1)));
  }

  private boolean isChecked(TaintFlow flow) {
    Set<String> names = new HashSet<>();
    List<TaintFlow.Step> steps = flow.steps();
    for (int i = 0; i < steps.size(); i++) {
      Place place = steps.get(i).place();
      if (i > 0 && checks(place, steps.get(i - 1).place(), names)) {
        return true;
      }
      Matcher assigned = ASSIGNED.matcher(steps.get(i).note());
      if (assigned.matches()) {
        names.add(assigned.group(1));
      }
    }
    return false;
  }

  /** Whether lines between two steps check one of the names, or one that the second shows. */
  private boolean checks(Place place, Place before, Set<String> names) {
    Optional<SourceFile> file = texts.find(place.path());
    if (file.isEmpty()) {
      return false;
    }
    Set<String> wanted = new HashSet<>(names);
    WORD.matcher(place.snippet()).results().forEach(word -> wanted.add(word.group()));
    int last = place.start().line();
    boolean follows = before.path().equals(place.path()) && before.start().line() <= last;
    int first =
        follows
            ? Math.max(before.start().line(), last - LINES_BETWEEN)
            : Math.max(1, last - LINES_BEFORE);
    for (int line = first; line < last && line <= file.get().lineCount(); line++) {
      if (checks(file.get().line(line), wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean checks(String line, Set<String> names) {
    if (COMPARES.matcher(line).find() && names(line, names)) {
      return true;
    }
    Matcher call = CALL.matcher(line);
    while (call.find()) {
      if (FunctionNames.checks(call.group(1)) && names(call.group(2), names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String code, Set<String> names) {
    return WORD.matcher(code).results().anyMatch(word -> names.contains(word.group()));
  }
}
