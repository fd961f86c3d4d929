package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads typed metavariables: {@code (T $X)} and {@code ($X : T)}. */
record TypedHoles(PatternText code, Language language) {
  private static final Pattern TYPED_BEFORE =
      Pattern.compile(
          "\\(\\s*((?:\\$?[A-Za-z_][\\w.]*)(?:\\s*<[^()]*>)?(?:\\s*(?:\\[\\]|\\?))*)"
              + "\\s+(\\$[A-Z_][A-Z0-9_]*)\\s*\\)");
  private static final Pattern C_TYPED_BEFORE =
      Pattern.compile(
          "\\(\\s*((?:(?:const|unsigned|signed|struct|enum|long|short)\\s+)*"
              + "(?:\\$?[A-Za-z_][\\w:]*)(?:\\s*<[^()]*>)?(?:\\s+const)?(?:\\s*[*&])*)"
              + "(?:\\s+|(?<=[*&]))(\\$[A-Z_][A-Z0-9_]*)\\s*\\)");
  private static final Pattern TYPED_AFTER =
      Pattern.compile(
          "\\(\\s*(\\$[A-Z_][A-Z0-9_]*)\\s*:\\s*([^()$]*(?:\\([^()]*\\)[^()]*)*|\\$[A-Z_]+)\\)");

  /**
   * What stands for a typed metavariable.
   *
   * @param end where the text of the pattern goes on
   */
  record Hole(String text, int end) {}

  /** The typed metavariable that begins at the parenthesis here, if one does. */
  Optional<Hole> at(int at) {
    String text = code.text();
    String word = code.wordBefore(at);
    char before = code.before(at);
    boolean called =
        (Character.isLetterOrDigit(before) || before == '_' || before == ']' || before == ')')
            && !BracketScopes.NOT_CALLED.contains(word);
    if (word.equals("catch") || word.equals("for")) {
      return Optional.empty();
    }
    return switch (language) {
      case JAVA, CSHARP, C, CPP -> {
        if (called) {
          yield Optional.empty();
        }
        Pattern form =
            language == Language.JAVA || language == Language.CSHARP
                ? TYPED_BEFORE
                : C_TYPED_BEFORE;
        Matcher matcher = form.matcher(text);
        if (!matcher.region(at, text.length()).lookingAt()
            || BracketScopes.NOT_CALLED.contains(matcher.group(1))
            || matcher.group(1).equals("new")
            || isArrow(matcher.end())) {
          yield Optional.empty();
        }
        String hole = typed(matcher.group(1), matcher.group(2));
        yield Optional.of(new Hole(hole, matcher.end()));
      }
      case GO, JAVASCRIPT, TYPESCRIPT, KOTLIN, RUST, PYTHON, SWIFT, PHP -> {
        if (called && language != Language.PYTHON) {
          yield Optional.empty();
        }
        Matcher matcher = TYPED_AFTER.matcher(text);
        if (!matcher.region(at, text.length()).lookingAt() || isArrow(matcher.end())) {
          yield Optional.empty();
        }
        String hole = typed(matcher.group(2).strip(), matcher.group(1));
        yield Optional.of(new Hole(called ? '(' + hole + ')' : hole, matcher.end()));
      }
      default -> Optional.empty();
    };
  }

  private boolean isArrow(int from) {
    String after = code.text().substring(from).stripLeading();
    return after.startsWith("=>")
        || (after.startsWith("->") && language == Language.JAVA)
        || (after.startsWith("{") && language != Language.JAVA);
  }

  private String typed(String type, String metavariable) {
    String name = Holes.METAVARIABLE + metavariable.substring(1);
    Matcher inner = HoleScanner.METAVARIABLE.matcher(type);
    String cleanType = inner.replaceAll(Holes.METAVARIABLE + "$2").replace("...", Holes.ELLIPSIS);
    return Holes.TYPED
        + switch (language) {
          case GO -> "(" + name + ".(" + cleanType + "))";
          case JAVASCRIPT, TYPESCRIPT, KOTLIN, RUST, SWIFT -> "(" + name + " as " + cleanType + ")";
          case PYTHON -> "(" + name + ", " + cleanType + ")";
          default -> "((" + cleanType + ") " + name + ")";
        };
  }
}
