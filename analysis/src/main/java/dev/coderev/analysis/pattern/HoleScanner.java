package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the holes of one pattern text by names that the language can parse. What an ellipsis
 * becomes depends on the brackets around it: an argument, a parameter, a statement, a member.
 */
final class HoleScanner {
  static final Pattern METAVARIABLE =
      Pattern.compile("\\$(\\.\\.\\.)?([A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])");
  private static final Pattern IMPORT_OF_ONE_WORD = Pattern.compile("\\s+\\w+\\s*;");
  private static final Set<String> PHP_SUPERGLOBALS =
      Set.of("_GET", "_POST", "_SERVER", "_FILES", "_COOKIE", "_SESSION", "_REQUEST", "_ENV");
  private final String text;
  private final Language language;
  private final boolean plainParameters;
  private final PatternText code;
  private final HoleTexts texts;
  private final StringBuilder out = new StringBuilder();
  private final List<String> strings = new ArrayList<>();
  private final Deque<HoleScope> scopes = new ArrayDeque<>();
  private int at;

  /** How many {@code <...} are open. */
  private int deep;

  /** How many brackets enclose the markup tag that is open, or -1. */
  private int tag = -1;

  private boolean classHeader;
  private boolean enumHeader;
  private boolean importing;
  private boolean switchHeader;
  private boolean structHeader;

  private HoleScanner(String text, Language language, boolean plainParameters) {
    this.text = text;
    this.language = language;
    this.plainParameters = plainParameters;
    this.code = new PatternText(text);
    this.texts = new HoleTexts(language);
    scopes.push(HoleScope.TOP);
  }

  /**
   * @param plainParameters whether an ellipsis among parameters becomes a bare name, for places
   *     that only look like parameters
   */
  static Holes replace(String text, Language language, boolean plainParameters) {
    if (PlainHoles.suit(language)) {
      return PlainHoles.replace(text);
    }
    if (language == Language.YAML) {
      return YamlHoles.replace(text);
    }
    HoleScanner scanner = new HoleScanner(text, language, plainParameters);
    scanner.scan();
    return new Holes(scanner.out.toString(), scanner.strings);
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("<...", at) && isDeep()) {
        out.append(Holes.DEEP).append('(');
        deep++;
        at += 4;
      } else if (deep > 0 && text.startsWith("...>", at)) {
        out.append(')');
        deep--;
        at += 4;
      } else if (isSpread()) {
        out.append("...");
        at += 3;
      } else if (text.startsWith("...", at)) {
        ellipsis();
      } else if (c == '$') {
        dollar();
      } else if (new StringHoles(language).isStart(text, at)) {
        string();
      } else if (isCommentStart()) {
        comment();
      } else if (Character.isLetter(c) || c == '_') {
        word();
      } else {
        punctuation(c);
      }
    }
  }

  /** Whether the angle bracket here opens a deep expression rather than type arguments. */
  private boolean isDeep() {
    int next = at + 4;
    return next < text.length() && ",>.".indexOf(text.charAt(next)) < 0;
  }

  private void word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String word = text.substring(start, at);
    switch (word) {
      case "class",
          "interface",
          "enum",
          "record",
          "trait",
          "impl",
          "object",
          "protocol",
          "extension",
          "module" -> {
        boolean member = start > 0 && text.charAt(start - 1) == '.';
        classHeader |= !member;
        enumHeader |= !member && word.equals("enum");
      }
      case "struct", "union" -> structHeader = true;
      case "import", "from" -> {
        importing = true;
        if (language == Language.JAVA
            && IMPORT_OF_ONE_WORD.matcher(text).region(at, text.length()).lookingAt()) {
          int semicolon = text.indexOf(';', at);
          out.append(word).append(text, at, semicolon).append('.').append(Holes.TAIL);
          at = semicolon;
          return;
        }
      }
      case "switch", "match", "when", "select" -> switchHeader = true;
      default -> {}
    }
    out.append(word);
  }

  private void dollar() {
    Matcher matcher = METAVARIABLE.matcher(text);
    if (!matcher.region(at, text.length()).lookingAt()
        || (language == Language.PHP && PHP_SUPERGLOBALS.contains(matcher.group(2)))) {
      out.append('$');
      at++;
      return;
    }
    boolean many = matcher.group(1) != null;
    at = matcher.end();
    String name =
        (needsVariable(matcher.start()) ? "$" : "")
            + (many
                ? Holes.ELLIPSIS_METAVARIABLE
                : needsConstant(matcher.start()) ? Holes.CONSTANT : Holes.METAVARIABLE)
            + matcher.group(2);
    if (importedName(matcher.start(), matcher.group(2))) {
      return;
    }
    if (inTag() && code.before(matcher.start()) == '=') {
      out.append('{').append(name).append('}');
      return;
    }
    if (many && scopes.peek() == HoleScope.PARAMETERS && !plainParameters) {
      out.append(texts.parameter(name));
    } else if (isBareParameter(matcher.start())) {
      out.append(Holes.ELLIPSIS).append(' ').append(name);
    } else if (isMethodWithoutType(matcher.start())) {
      out.append(Holes.ELLIPSIS).append(' ').append(name);
    } else if (isStatementPlace(matcher.start())
        && (many || code.nextIs(at, '\n') || at == text.length())
        && texts.needsSemicolon()
        && (many || scopes.peek() != HoleScope.TOP)) {
      out.append(many || texts.call().isEmpty() ? name : Holes.STATEMENT + matcher.group(2))
          .append(texts.call())
          .append(code.nextIs(at, ';') ? "" : ";");
    } else if (isStatementPlace(matcher.start())
        && code.nextIs(at, ';')
        && !texts.call().isEmpty()) {
      out.append(many ? name : Holes.STATEMENT + matcher.group(2)).append(texts.call());
    } else {
      out.append(name);
    }
  }

  /** Whether a member begins with the metavariable that ends here, and is a method. */
  private boolean isMethodWithoutType(int start) {
    char before = code.before(start);
    return language == Language.JAVA
        && scopes.peek() == HoleScope.CLASS_BODY
        && code.nextIs(at, '(')
        && (before == '{' || before == '}' || before == ';' || before == '.');
  }

  /** Whether the metavariable that ends here is all of a parameter where those need a type. */
  private boolean isBareParameter(int start) {
    char before = code.before(start);
    return scopes.peek() == HoleScope.PARAMETERS
        && !plainParameters
        && (before == '(' || before == ',')
        && (code.nextIs(at, ',') || code.nextIs(at, ')'))
        && switch (language) {
          case JAVA, CSHARP, C, CPP -> true;
          default -> false;
        };
  }

  /** Whether Ruby takes nothing but a name in upper case here. */
  private boolean needsConstant(int start) {
    String word = code.wordBefore(start);
    return language == Language.RUBY
        && (word.equals("class")
            || word.equals("module")
            || out.toString().endsWith("::")
            || text.startsWith("::", at));
  }

  /** Whether PHP takes nothing but a variable for the metavariable that ends here. */
  private boolean needsVariable(int start) {
    if (language != Language.PHP) {
      return false;
    }
    char before = code.before(start);
    String after = text.substring(at).stripLeading();
    return switch (scopes.element()) {
      case PARAMETERS ->
          !plainParameters
              && (code.nextIs(at, ',') || code.nextIs(at, ')') || code.nextIs(at, '='));
      case CATCH -> code.nextIs(at, ')');
      default ->
          before != '>'
              && before != ':'
              && after.startsWith("=")
              && !after.startsWith("==")
              && !after.startsWith("=>");
    };
  }

  /** Whether JavaScript's own {@code ...x} begins here. */
  private boolean isSpread() {
    if (!isScript() || !text.startsWith("...", at) || at + 3 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 3);
    HoleScope scope = scopes.element();
    return (Character.isLetter(next) || next == '$' || next == '_' || next == '(' || next == '[')
        && scope != HoleScope.TOP
        && scope != HoleScope.BLOCK;
  }

  private boolean isScript() {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  /** {@code import $X;} of Java and {@code from $X} of JavaScript need more than a name. */
  private boolean importedName(int start, String name) {
    String word = code.wordBefore(start);
    boolean script = language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
    if (script && word.equals("from") && importing) {
      out.append('"').append(Holes.STRING).append(strings.size()).append("__\"");
      strings.add("$" + name);
      return true;
    }
    if (language == Language.JAVA && word.equals("import") && code.nextIs(at, ';')) {
      out.append(Holes.METAVARIABLE).append(name).append('.').append(Holes.TAIL);
      return true;
    }
    return false;
  }

  /** Whether this is within the angle brackets of a tag in JavaScript, outside its braces. */
  private boolean inTag() {
    if (language != Language.JAVASCRIPT && language != Language.TYPESCRIPT) {
      return false;
    }
    int depth = 0;
    for (int i = at - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '}') {
        depth++;
      } else if (c == '{') {
        if (--depth < 0) {
          return false;
        }
      } else if (depth == 0 && c == '>' && text.charAt(Math.max(0, i - 1)) != '=') {
        return false;
      } else if (depth == 0 && c == '<') {
        return i + 1 < text.length()
            && (Character.isLetter(text.charAt(i + 1)) || text.charAt(i + 1) == '$');
      }
    }
    return false;
  }

  private void ellipsis() {
    int start = at;
    at += 3;
    char before = code.before(start);
    if (tag == scopes.size() || inTag()) {
      out.append(before == '=' ? "{" + Holes.ELLIPSIS + "}" : Holes.ELLIPSIS);
      return;
    }
    if (code.wordBefore(start).equals("case") && scopes.peek() != HoleScope.TOP) {
      out.append(Holes.ELLIPSIS).append(code.nextIs(at, ':') ? "" : ":");
      return;
    }
    boolean afterDots = text.substring(0, start).stripTrailing().endsWith("...");
    if ((before == '.' && !afterDots)
        || (before == '>' && out.toString().stripTrailing().endsWith("->"))) {
      out.append(Holes.ELLIPSIS).append(code.nextIs(at, ';') ? texts.call() : "");
      return;
    }
    switch (scopes.element()) {
      case PARAMETERS ->
          out.append(
              isVariadic(start)
                  ? "..."
                  : plainParameters ? Holes.ELLIPSIS : texts.parameter(Holes.ELLIPSIS));
      case CATCH ->
          out.append(
              switch (language) {
                case JAVA, CPP -> Holes.ELLIPSIS + " __p";
                case CSHARP -> Holes.ELLIPSIS;
                case PHP -> Holes.ELLIPSIS + " $__p";
                case KOTLIN -> Holes.ELLIPSIS + ": " + Holes.ELLIPSIS;
                default -> Holes.ELLIPSIS;
              });
      case DICTIONARY ->
          out.append(
              before == ':'
                      || (before == '>' && text.charAt(text.lastIndexOf('>', start) - 1) == '=')
                  ? Holes.ELLIPSIS
                  : language == Language.PYTHON || language == Language.SWIFT
                      ? Holes.ELLIPSIS + ": " + Holes.ELLIPSIS
                      : language == Language.RUBY ? Holes.ELLIPSIS + " => 0" : Holes.ELLIPSIS);
      case ARGUMENTS, ELEMENTS ->
          out.append(Holes.ELLIPSIS).append(isWholeLoopHeader(start) ? texts.restOfHeader() : "");
      case SWITCH_BODY -> out.append(isStatementPlace(start) && before == '{' ? "" : statement());
      case CLASS_BODY ->
          out.append(
              before == '{' || before == '}' || before == ';' || endsDots(start)
                  ? texts.member()
                  : Holes.ELLIPSIS);
      case ENUM_BODY -> out.append(Holes.ELLIPSIS).append(code.nextIs(at, '}') ? "" : ",");
      case STRUCT_BODY -> out.append(texts.field());
      case TOP, BLOCK ->
          out.append(isStatementPlace(start) && !continues() ? statement() : Holes.ELLIPSIS);
    }
  }

  /** Whether the ellipsis at {@code start} is all that stands between the parentheses of a loop. */
  private boolean isWholeLoopHeader(int start) {
    int open = text.lastIndexOf('(', start);
    return texts.needsSemicolon()
        && code.nextIs(at, ')')
        && text.substring(open + 1, start).isBlank()
        && code.wordBefore(open).equals("for");
  }

  /** Whether another ellipsis, or a line without a semicolon, stands before this one. */
  private boolean endsDots(int start) {
    String head = text.substring(0, start).stripTrailing();
    return head.endsWith("...") || (!texts.needsSemicolon() && code.before(start) != '=');
  }

  /** Whether an expression goes on after the ellipsis that ends here. */
  private boolean continues() {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i < text.length()
        && !text.startsWith("<...", i)
        && (".=<>+*/%&|?^,".indexOf(text.charAt(i)) >= 0 || text.startsWith("!=", i));
  }

  /** Whether the dots belong to the type before them, as in {@code int... $X}. */
  private boolean isVariadic(int start) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    return (Character.isLetterOrDigit(before) || before == '>' || before == ']')
        && (language == Language.JAVA || language == Language.CSHARP);
  }

  private String statement() {
    if (language == Language.JAVA && scopes.peek() == HoleScope.TOP) {
      return "class " + Holes.ELLIPSIS + " {}";
    }
    if (texts.needsSemicolon()) {
      return Holes.ELLIPSIS + texts.call() + (code.nextIs(at, ';') ? "" : ";");
    }
    if (language == Language.PYTHON
        || code.nextIs(at, '\n')
        || at == text.length()
        || code.nextIs(at, '}')) {
      return Holes.ELLIPSIS;
    }
    return Holes.ELLIPSIS + ";";
  }

  /** Whether what begins at {@code start} stands where a statement may begin. */
  private boolean isStatementPlace(int start) {
    HoleScope scope = scopes.element();
    if (scope != HoleScope.TOP && scope != HoleScope.BLOCK && scope != HoleScope.SWITCH_BODY) {
      return false;
    }
    char before = code.before(start);
    if (before == 0 || before == '{' || before == '}' || before == ';' || before == ':') {
      return true;
    }
    int line = start - 1;
    while (line >= 0 && (text.charAt(line) == ' ' || text.charAt(line) == '\t')) {
      line--;
    }
    boolean ended =
        "=,(+-*/%&|<>?.".indexOf(before) < 0
            || text.substring(0, start).stripTrailing().endsWith("...");
    return line >= 0 && text.charAt(line) == '\n' && ended;
  }

  /** Whether the {@code <} here opens a markup element rather than compares. */
  private boolean isTagStart() {
    if (!isScript() || at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    char before = code.before(at);
    return (Character.isLetter(next) || next == '$')
        && (before == 0 || "(,=?:&|[{;>".indexOf(before) >= 0);
  }

  private void punctuation(char c) {
    switch (c) {
      case '<' -> {
        if (tag < 0 && isTagStart()) {
          tag = scopes.size();
        }
        out.append(c);
      }
      case '>' -> {
        if (tag == scopes.size()) {
          tag = -1;
        }
        out.append(c);
      }
      case '(' -> {
        Optional<TypedHoles.Hole> typed = new TypedHoles(code, language).at(at);
        if (typed.isPresent()) {
          out.append(typed.get().text());
          at = typed.get().end();
          return;
        }
        scopes.push(new BracketScopes(code, language).parenthesis(at));
        out.append(c);
      }
      case '[' -> {
        scopes.push(
            language == Language.SWIFT && code.hasColon(at)
                ? HoleScope.DICTIONARY
                : HoleScope.ELEMENTS);
        out.append(c);
      }
      case '{' -> {
        scopes.push(brace());
        out.append(c);
      }
      case ')', ']', '}' -> {
        if (scopes.size() > 1) {
          scopes.pop();
        }
        out.append(c);
      }
      case ';' -> {
        classHeader = false;
        enumHeader = false;
        importing = false;
        structHeader = false;
        out.append(c);
      }
      default -> out.append(c);
    }
    at++;
  }

  private HoleScope brace() {
    if (switchHeader) {
      switchHeader = false;
      return HoleScope.SWITCH_BODY;
    }
    char before = code.before(at);
    String word = code.wordBefore(at);
    if (isScript()
        && ((importing && word.equals("import"))
            || (before == '.' && deep > 0)
            || tag >= 0
            || inTag())) {
      return HoleScope.ELEMENTS;
    }
    if (structHeader) {
      structHeader = false;
      return HoleScope.STRUCT_BODY;
    }
    if (classHeader) {
      classHeader = false;
      if (enumHeader && language == Language.JAVA) {
        enumHeader = false;
        return HoleScope.ENUM_BODY;
      }
      return language == Language.GO ? HoleScope.STRUCT_BODY : HoleScope.CLASS_BODY;
    }
    if (word.equals("interface") && language == Language.GO) {
      return HoleScope.STRUCT_BODY;
    }
    return new BracketScopes(code, language).brace(at);
  }

  private void string() {
    char quote = text.charAt(at);
    String delimiter = String.valueOf(quote);
    if (text.startsWith(delimiter.repeat(3), at)) {
      delimiter = delimiter.repeat(3);
    }
    int start = at;
    int end = start + delimiter.length();
    boolean raw = quote == '`' && language == Language.GO;
    while (end < text.length() && !text.startsWith(delimiter, end)) {
      end += text.charAt(end) == '\\' && !raw && end + 1 < text.length() ? 2 : 1;
    }
    if (end >= text.length()) {
      out.append(text, start, text.length());
      at = text.length();
      return;
    }
    String content = text.substring(start + delimiter.length(), end);
    at = end + delimiter.length();
    out.append(delimiter);
    if (StringHoles.isSpecial(content)) {
      out.append(Holes.STRING).append(strings.size()).append("__");
      strings.add(content);
    } else {
      out.append(StringHoles.interpolations(content));
    }
    out.append(delimiter);
  }

  private boolean isCommentStart() {
    return switch (language) {
      case PYTHON, RUBY -> text.charAt(at) == '#' && !text.startsWith("#{", at);
      default -> text.startsWith("//", at) || text.startsWith("/*", at);
    };
  }

  private void comment() {
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return;
    }
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }
}
