package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.Requirement.AllOf;
import dev.coderev.analysis.pattern.Requirement.AnyOf;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reader of regular expressions that finds the literal texts of which every match contains some.
 *
 * <p>Each part of an expression is summarised as the few texts that it can be as a whole, where
 * these are known, and the best requirement of what lies within. Runs of known texts grow by
 * multiplication, {@code gh[po]_} gives {@code ghp_} and {@code gho_}, until there are too many.
 */
final class RegexLiterals {
  private static final int SHORTEST = 2;
  private static final int MOST_ALTERNATIVES = 24;
  private static final int MOST_STARTS = 128;
  private static final int MOST_REPEATED = 32;

  private final String regex;
  private final int mostAlternatives;
  private int at;
  private boolean ignoreCase;
  private boolean comments;
  private boolean blind;
  private boolean everIgnoredCase;
  private boolean startsUnsure;

  /**
   * What is known about a part.
   *
   * @param exact all texts that it can match; empty where there are too many
   * @param known whether {@code exact} holds
   * @param required what every match of it requires
   * @param starts texts of which every match begins with one; empty where that is not known
   */
  private record Part(
      List<String> exact, boolean known, Requirement required, List<String> starts) {
    static final Part EMPTY = exactly(List.of(""));
    static final Part ANYTHING = unknown(Requirement.none(), List.of());

    static Part text(String text) {
      return exactly(List.of(text));
    }

    static Part exactly(List<String> exact) {
      return new Part(exact, true, Requirement.none(), exact);
    }

    static Part unknown(Requirement required, List<String> starts) {
      return new Part(List.of(), false, required, starts);
    }
  }

  private RegexLiterals(Pattern pattern) {
    this(pattern, MOST_ALTERNATIVES);
  }

  private RegexLiterals(Pattern pattern, int mostAlternatives) {
    this.regex = pattern.pattern();
    this.mostAlternatives = mostAlternatives;
    this.ignoreCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    this.everIgnoredCase = ignoreCase;
    this.startsUnsure = (pattern.flags() & Pattern.UNICODE_CASE) != 0;
    this.comments = (pattern.flags() & Pattern.COMMENTS) != 0;
  }

  static Requirement of(Pattern pattern) {
    if ((pattern.flags() & Pattern.LITERAL) != 0) {
      return new Literal(
          pattern.pattern(), false, (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0);
    }
    RegexLiterals reader = new RegexLiterals(pattern);
    Part all = reader.alternatives();
    return reader.understood() ? reader.requirement(all) : Requirement.none();
  }

  /** Where matches can begin. */
  static RegexStarts starts(Pattern pattern) {
    if ((pattern.flags() & Pattern.LITERAL) != 0) {
      return RegexStarts.ANYWHERE;
    }
    RegexLiterals reader = new RegexLiterals(pattern);
    Part all = reader.alternatives();
    return reader.understood() && !reader.startsUnsure
        ? RegexStarts.with(all.starts(), reader.everIgnoredCase)
        : RegexStarts.ANYWHERE;
  }

  /**
   * Whether a match from the beginning of a text on is one of a few known texts and all of it, as
   * in {@code ^(?:get|put)$}.
   */
  static boolean isWhole(Pattern pattern) {
    return !wholes(pattern, MOST_ALTERNATIVES, false).isEmpty();
  }

  /**
   * All texts that the expression can match from the beginning of a text on and to its end, as for
   * {@code ^(?:get|put)$}; empty where case is ignored, a text may follow, or there are more.
   *
   * @param most how many texts there may be
   */
  static List<String> wholes(Pattern pattern, int most) {
    return wholes(pattern, most, true);
  }

  private static List<String> wholes(Pattern pattern, int most, boolean caseCounts) {
    String regex = pattern.pattern();
    boolean closed = regex.endsWith("$") && !regex.endsWith("\\$");
    if (!closed || (pattern.flags() & (Pattern.LITERAL | Pattern.MULTILINE)) != 0) {
      return List.of();
    }
    RegexLiterals reader = new RegexLiterals(pattern, most);
    Part all = reader.sequence();
    boolean known = all.known() && reader.understood();
    return known && !(caseCounts && reader.everIgnoredCase) ? all.exact() : List.of();
  }

  private boolean understood() {
    return !blind && !comments && at == regex.length();
  }

  /** The requirement of a part, from its texts if they are long enough, else from within. */
  private Requirement requirement(Part part) {
    if (part.known() && part.exact().stream().allMatch(text -> text.length() >= SHORTEST)) {
      return anyOf(part.exact().stream().map(this::literal).toList());
    }
    return part.required();
  }

  private Requirement literal(String text) {
    return new Literal(text, false, ignoreCase);
  }

  private static Requirement anyOf(List<Requirement> operands) {
    List<Requirement> distinct = operands.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new AnyOf(distinct);
  }

  private boolean more() {
    return at < regex.length() && !blind;
  }

  private Part alternatives() {
    List<Part> parts = new ArrayList<>();
    parts.add(sequence());
    while (more() && regex.charAt(at) == '|') {
      at++;
      parts.add(sequence());
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<String> exact = new ArrayList<>();
    List<String> starts = new ArrayList<>();
    boolean known = true;
    boolean startsKnown = true;
    for (Part part : parts) {
      known &= part.known();
      startsKnown &= !part.starts().isEmpty();
      exact.addAll(part.exact());
      starts.addAll(part.starts());
    }
    known &= exact.size() <= mostAlternatives;
    startsKnown &= starts.size() <= MOST_STARTS;
    List<Requirement> required = parts.stream().map(this::requirement).toList();
    boolean useful = required.stream().noneMatch(Requirement::isTrivial);
    return new Part(
        known ? exact : List.of(),
        known,
        useful ? anyOf(required) : Requirement.none(),
        startsKnown ? starts : List.of());
  }

  private Part sequence() {
    List<Requirement> required = new ArrayList<>();
    Part run = Part.EMPTY;
    List<String> starts = run.exact();
    boolean growing = true;
    boolean whole = true;
    while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      Part next = quantified();
      if (growing) {
        boolean grows =
            !next.starts().isEmpty() && starts.size() * next.starts().size() <= MOST_STARTS;
        starts = grows ? product(starts, next.starts()) : starts;
        growing = grows && next.known();
      }
      if (next.known() && run.exact().size() * next.exact().size() <= mostAlternatives) {
        run = Part.exactly(product(run.exact(), next.exact()));
      } else {
        whole = false;
        add(requirement(run), required);
        run = next.known() ? Part.exactly(next.exact()) : Part.EMPTY;
      }
      if (!next.known()) { // what its texts require is in those of the run
        add(next.required(), required);
      }
    }
    if (whole) {
      return new Part(run.exact(), true, all(required), starts);
    }
    add(requirement(run), required);
    return Part.unknown(all(required), starts);
  }

  private static void add(Requirement requirement, List<Requirement> all) {
    if (!requirement.isTrivial()) {
      all.add(requirement);
    }
  }

  private static Requirement all(List<Requirement> operands) {
    return operands.size() == 1 ? operands.getFirst() : new AllOf(operands);
  }

  private static List<String> product(List<String> heads, List<String> tails) {
    List<String> all = new ArrayList<>();
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }

  private Part quantified() {
    Part part = atom();
    if (!more()) {
      return part;
    }
    int least;
    boolean exactly = false;
    char c = regex.charAt(at);
    if (c == '*' || c == '?') {
      least = 0;
      at++;
    } else if (c == '+') {
      least = 1;
      at++;
    } else if (c == '{') {
      int end = regex.indexOf('}', at);
      if (end < 0) {
        blind = true;
        return part;
      }
      String[] bounds = regex.substring(at + 1, end).split(",", -1);
      least = times(bounds[0]);
      exactly = bounds.length == 1;
      at = end + 1;
    } else {
      return part;
    }
    boolean optional = c == '?';
    if (more() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    if (optional && part.known() && part.exact().size() < mostAlternatives) {
      List<String> exact = new ArrayList<>(part.exact());
      exact.add("");
      return Part.exactly(exact);
    }
    return least == 0 ? Part.ANYTHING : repeated(part, least, exactly);
  }

  /** How often at least; what is too often to be of use counts as one more than is. */
  private static int times(String bound) {
    return bound.length() > 2
        ? MOST_REPEATED + 1
        : Math.min(Integer.parseInt(bound), MOST_REPEATED + 1);
  }

  /**
   * A part several times in a row, as far as its texts stay few and short.
   *
   * @param exactly whether no more of them may follow
   */
  private Part repeated(Part part, int least, boolean exactly) {
    if (!part.known() || part.exact().isEmpty()) {
      return least == 1 && exactly ? part : Part.unknown(requirement(part), part.starts());
    }
    List<String> run = part.exact();
    int times = 1;
    while (times < Math.min(least, MOST_REPEATED)
        && run.size() * part.exact().size() <= MOST_ALTERNATIVES) {
      run = product(run, part.exact());
      times++;
    }
    Part known = new Part(run, true, part.required(), run);
    return exactly && times == least ? known : Part.unknown(requirement(known), run);
  }

  private Part atom() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      default -> {
        at++;
        yield switch (c) {
          case '.' -> Part.ANYTHING;
          case '^', '$' -> Part.EMPTY;
          default -> Part.text(String.valueOf(c));
        };
      }
    };
  }

  private Part group() {
    at++;
    boolean outer = ignoreCase;
    boolean asserts = false;
    if (regex.startsWith("?", at)) {
      at++;
      if (regex.startsWith("<=", at) || regex.startsWith("<!", at)) {
        asserts = true;
        at += 2;
      } else if (regex.startsWith("=", at) || regex.startsWith("!", at)) {
        asserts = true;
        at++;
      } else if (regex.startsWith("<", at)) {
        at = regex.indexOf('>', at) + 1;
      } else if (regex.startsWith(":", at) || regex.startsWith(">", at)) {
        at++;
      } else if (flags()) {
        return Part.EMPTY;
      }
    }
    Part inner = alternatives();
    Requirement required = ignoreCase == outer ? Requirement.none() : requirement(inner);
    boolean changedCase = ignoreCase != outer;
    if (more() && regex.charAt(at) == ')') {
      at++;
    } else {
      blind = true;
    }
    ignoreCase = outer;
    if (asserts) {
      return Part.EMPTY;
    }
    return changedCase ? Part.unknown(required, inner.starts()) : inner;
  }

  /** Reads {@code i-x:} or {@code i)}; whether the group ends with the flags. */
  private boolean flags() {
    boolean on = true;
    while (more()) {
      char c = regex.charAt(at++);
      switch (c) {
        case '-' -> on = false;
        case 'i' -> {
          blind |= ignoreCase && !on;
          ignoreCase = on;
          everIgnoredCase |= on;
        }
        case 'u', 'U' -> startsUnsure = true;
        case 'x' -> comments = true;
        case ')' -> {
          return true;
        }
        case ':' -> {
          return false;
        }
        default -> {}
      }
    }
    blind = true;
    return true;
  }

  /** A class of a few plain characters is each of them. */
  private Part characterClass() {
    int start = at + 1;
    int end = classEnd();
    at = end + 1;
    String content = regex.substring(start, Math.min(end, regex.length()));
    boolean plain = !content.isEmpty() && content.length() <= 8;
    List<String> exact = new ArrayList<>();
    for (int i = 0; i < content.length() && plain; i++) {
      char c = content.charAt(i);
      if (c == '\\' && i + 1 < content.length() && !isWord(content.charAt(i + 1))) {
        i++;
        exact.add(String.valueOf(content.charAt(i)));
      } else {
        plain = c != '\\' && c != '[' && c != '&' && c != '-' && !(c == '^' && i == 0);
        exact.add(String.valueOf(c));
      }
    }
    return plain ? Part.exactly(exact) : Part.ANYTHING;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private int classEnd() {
    int depth = 0;
    int i = at;
    while (i < regex.length()) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i;
      }
      i++;
    }
    blind = true;
    return regex.length();
  }

  private Part escape() {
    if (at + 1 >= regex.length()) {
      blind = true;
      return Part.EMPTY;
    }
    char c = regex.charAt(at + 1);
    at += 2;
    return switch (c) {
      case 'n' -> Part.text("\n");
      case 't' -> Part.text("\t");
      case 'b', 'B', 'A', 'Z', 'z', 'G' -> {
        blind |= regex.startsWith("{", at);
        startsUnsure |= c == 'G';
        yield Part.EMPTY;
      }
      case 'Q' -> quotation();
      case 'p', 'P', 'x', 'k', 'N', 'o' -> {
        skipArgument(c);
        yield Part.ANYTHING;
      }
      case 'u', 'c' -> {
        at = Math.min(regex.length(), at + (c == 'u' ? 4 : 1));
        yield Part.ANYTHING;
      }
      case '0' -> {
        blind = true;
        yield Part.ANYTHING;
      }
      default -> isWord(c) ? Part.ANYTHING : Part.text(String.valueOf(c));
    };
  }

  private Part quotation() {
    int end = regex.indexOf("\\E", at);
    String text = regex.substring(at, end < 0 ? regex.length() : end);
    at = end < 0 ? regex.length() : end + 2;
    return Part.text(text);
  }

  private void skipArgument(char kind) {
    if (at >= regex.length()) {
      return;
    }
    char open = regex.charAt(at);
    if (open == '{' || open == '<') {
      int end = regex.indexOf(open == '{' ? '}' : '>', at);
      at = end < 0 ? regex.length() : end + 1;
    } else {
      at = Math.min(regex.length(), at + (kind == 'x' ? 2 : 1));
    }
  }
}
