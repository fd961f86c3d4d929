package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the holes of one pattern text by names that the language can parse. What an ellipsis
 * becomes depends on the brackets around it: an argument, a parameter, a statement, a member.
 */
final class HoleScanner {
  private static final Pattern METAVARIABLE =
      Pattern.compile("\\$(\\.\\.\\.)?([A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])");
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
  private static final Pattern IMPORT_OF_ONE_WORD = Pattern.compile("\\s+\\w+\\s*;");
  private static final Pattern DOTS_WITHIN = Pattern.compile("\\{[^{}]*\\.\\.\\.[^{}]*\\}");
  private static final Set<String> PHP_SUPERGLOBALS =
      Set.of("_GET", "_POST", "_SERVER", "_FILES", "_COOKIE", "_SESSION", "_REQUEST", "_ENV");
  private static final Set<String> NOT_CALLED =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "return",
          "foreach",
          "when",
          "match",
          "with",
          "using",
          "lock",
          "synchronized",
          "elif",
          "elsif",
          "unless",
          "until",
          "case",
          "in",
          "and",
          "or",
          "not",
          "throw",
          "yield",
          "await",
          "typeof",
          "delete",
          "else",
          "assert",
          "raise",
          "guard",
          "do");

  /** What an open bracket holds. */
  private enum Scope {
    TOP,
    ARGUMENTS,
    PARAMETERS,
    CATCH,
    ELEMENTS,
    DICTIONARY,
    BLOCK,
    CLASS_BODY,
    ENUM_BODY,
    SWITCH_BODY,
    STRUCT_BODY
  }

  private final String text;
  private final Language language;
  private final boolean plainParameters;
  private final StringBuilder out = new StringBuilder();
  private final List<String> strings = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
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
    scopes.push(Scope.TOP);
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
      } else if (isStringStart(c)) {
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
    if (inTag() && before(matcher.start()) == '=') {
      out.append('{').append(name).append('}');
      return;
    }
    if (many && scopes.peek() == Scope.PARAMETERS && !plainParameters) {
      out.append(parameter(name));
    } else if (isBareParameter(matcher.start())) {
      out.append(Holes.ELLIPSIS).append(' ').append(name);
    } else if (isMethodWithoutType(matcher.start())) {
      out.append(Holes.ELLIPSIS).append(' ').append(name);
    } else if (isStatementPlace(matcher.start())
        && (many || nextIs('\n') || at == text.length())
        && needsSemicolon()
        && (many || scopes.peek() != Scope.TOP)) {
      out.append(many || call().isEmpty() ? name : Holes.STATEMENT + matcher.group(2))
          .append(call())
          .append(nextIs(';') ? "" : ";");
    } else if (isStatementPlace(matcher.start()) && nextIs(';') && !call().isEmpty()) {
      out.append(many ? name : Holes.STATEMENT + matcher.group(2)).append(call());
    } else {
      out.append(name);
    }
  }

  /** Whether a member begins with the metavariable that ends here, and is a method. */
  private boolean isMethodWithoutType(int start) {
    char before = before(start);
    return language == Language.JAVA
        && scopes.peek() == Scope.CLASS_BODY
        && nextIs('(')
        && (before == '{' || before == '}' || before == ';' || before == '.');
  }

  /** Whether the metavariable that ends here is all of a parameter where those need a type. */
  private boolean isBareParameter(int start) {
    char before = before(start);
    return scopes.peek() == Scope.PARAMETERS
        && !plainParameters
        && (before == '(' || before == ',')
        && (nextIs(',') || nextIs(')'))
        && switch (language) {
          case JAVA, CSHARP, C, CPP -> true;
          default -> false;
        };
  }

  /** Whether Ruby takes nothing but a name in upper case here. */
  private boolean needsConstant(int start) {
    String word = wordBefore(start);
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
    char before = before(start);
    String after = text.substring(at).stripLeading();
    return switch (scopes.element()) {
      case PARAMETERS -> !plainParameters && (nextIs(',') || nextIs(')') || nextIs('='));
      case CATCH -> nextIs(')');
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
    Scope scope = scopes.element();
    return (Character.isLetter(next) || next == '$' || next == '_' || next == '(' || next == '[')
        && scope != Scope.TOP
        && scope != Scope.BLOCK;
  }

  private boolean isScript() {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  /** {@code import $X;} of Java and {@code from $X} of JavaScript need more than a name. */
  private boolean importedName(int start, String name) {
    String word = wordBefore(start);
    boolean script = language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
    if (script && word.equals("from") && importing) {
      out.append('"').append(Holes.STRING).append(strings.size()).append("__\"");
      strings.add("$" + name);
      return true;
    }
    if (language == Language.JAVA && word.equals("import") && nextIs(';')) {
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
    char before = before(start);
    if (tag == scopes.size() || inTag()) {
      out.append(before == '=' ? "{" + Holes.ELLIPSIS + "}" : Holes.ELLIPSIS);
      return;
    }
    if (wordBefore(start).equals("case") && scopes.peek() != Scope.TOP) {
      out.append(Holes.ELLIPSIS).append(nextIs(':') ? "" : ":");
      return;
    }
    boolean afterDots = text.substring(0, start).stripTrailing().endsWith("...");
    if ((before == '.' && !afterDots)
        || (before == '>' && out.toString().stripTrailing().endsWith("->"))) {
      out.append(Holes.ELLIPSIS).append(nextIs(';') ? call() : "");
      return;
    }
    switch (scopes.element()) {
      case PARAMETERS ->
          out.append(
              isVariadic(start)
                  ? "..."
                  : plainParameters ? Holes.ELLIPSIS : parameter(Holes.ELLIPSIS));
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
          out.append(Holes.ELLIPSIS).append(isWholeLoopHeader(start) ? restOfHeader() : "");
      case SWITCH_BODY -> out.append(isStatementPlace(start) && before == '{' ? "" : statement());
      case CLASS_BODY ->
          out.append(
              before == '{' || before == '}' || before == ';' || endsDots(start)
                  ? member()
                  : Holes.ELLIPSIS);
      case ENUM_BODY -> out.append(Holes.ELLIPSIS).append(nextIs('}') ? "" : ",");
      case STRUCT_BODY -> out.append(field());
      case TOP, BLOCK ->
          out.append(isStatementPlace(start) && !continues() ? statement() : Holes.ELLIPSIS);
    }
  }

  /** Whether the ellipsis at {@code start} is all that stands between the parentheses of a loop. */
  private boolean isWholeLoopHeader(int start) {
    int open = text.lastIndexOf('(', start);
    return needsSemicolon()
        && nextIs(')')
        && text.substring(open + 1, start).isBlank()
        && wordBefore(open).equals("for");
  }

  /** Java takes only statements before the first semicolon. */
  private String restOfHeader() {
    return language == Language.JAVA ? "++;;" : ";;";
  }

  /** Whether another ellipsis, or a line without a semicolon, stands before this one. */
  private boolean endsDots(int start) {
    String head = text.substring(0, start).stripTrailing();
    return head.endsWith("...") || (!needsSemicolon() && before(start) != '=');
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
    if (language == Language.JAVA && scopes.peek() == Scope.TOP) {
      return "class " + Holes.ELLIPSIS + " {}";
    }
    if (needsSemicolon()) {
      return Holes.ELLIPSIS + call() + (nextIs(';') ? "" : ";");
    }
    if (language == Language.PYTHON || nextIs('\n') || at == text.length() || nextIs('}')) {
      return Holes.ELLIPSIS;
    }
    return Holes.ELLIPSIS + ";";
  }

  /** Java and C# allow no plain name as a statement, but a call of it. */
  private String call() {
    return language == Language.JAVA || language == Language.CSHARP ? "()" : "";
  }

  private boolean needsSemicolon() {
    return switch (language) {
      case JAVA, C, CPP, CSHARP, PHP, RUST, JAVASCRIPT, TYPESCRIPT -> true;
      default -> false;
    };
  }

  private String member() {
    return switch (language) {
      case JAVA -> Holes.ELLIPSIS + " __m();";
      case CSHARP, C, CPP -> Holes.ELLIPSIS + " __m;";
      case JAVASCRIPT, TYPESCRIPT -> Holes.ELLIPSIS + ";";
      case KOTLIN -> "val " + Holes.ELLIPSIS + ": Int";
      case SWIFT -> "var " + Holes.ELLIPSIS + ": Int";
      case PHP -> "public $" + Holes.ELLIPSIS + ";";
      case RUST -> "const " + Holes.ELLIPSIS + ": i32 = 0;";
      default -> Holes.ELLIPSIS;
    };
  }

  private String field() {
    return switch (language) {
      case GO -> Holes.ELLIPSIS + " int";
      case RUST -> Holes.ELLIPSIS + ": i32,";
      case C, CPP, CSHARP -> Holes.ELLIPSIS + " __m;";
      case SWIFT -> "var " + Holes.ELLIPSIS + ": Int";
      default -> Holes.ELLIPSIS;
    };
  }

  private String parameter(String name) {
    return switch (language) {
      case JAVA, C, CPP, CSHARP -> name + " __p";
      case GO -> name + " int";
      case KOTLIN, SWIFT -> name + ": Int";
      case SCALA -> name + " : Int";
      case RUST -> name + ": i32";
      case PHP -> "$" + name;
      default -> name;
    };
  }

  /** Whether what begins at {@code start} stands where a statement may begin. */
  private boolean isStatementPlace(int start) {
    Scope scope = scopes.element();
    if (scope != Scope.TOP && scope != Scope.BLOCK && scope != Scope.SWITCH_BODY) {
      return false;
    }
    char before = before(start);
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
    char before = before(at);
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
        if (typed()) {
          return;
        }
        scopes.push(parenthesis());
        out.append(c);
      }
      case '[' -> {
        scopes.push(language == Language.SWIFT && hasColon(at) ? Scope.DICTIONARY : Scope.ELEMENTS);
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

  private Scope parenthesis() {
    String word = wordBefore(at);
    if (word.equals("catch")) {
      return Scope.CATCH;
    }
    int close = closing(at);
    if (close < 0) {
      return Scope.ARGUMENTS;
    }
    String after = text.substring(close + 1).stripLeading();
    if (word.equals("for") || word.equals("try") || word.equals("if") || word.equals("while")) {
      return Scope.ARGUMENTS;
    }
    boolean arrow = (after.startsWith("->") && language == Language.JAVA) || after.startsWith("=>");
    if (arrow) {
      return isScriptOrPlain() || language == Language.CSHARP || language == Language.JAVA
          ? plainLambda()
          : Scope.PARAMETERS;
    }
    String head = text.substring(0, at).stripTrailing();
    return switch (language) {
      case JAVA, CSHARP, C, CPP ->
          isDeclared(head, word)
                  && (after.startsWith("{")
                      || after.startsWith("throws")
                      || after.startsWith(":")
                      || (after.isEmpty() && hasTypeBefore(head)))
              ? Scope.PARAMETERS
              : Scope.ARGUMENTS;
      case SCALA ->
          before(at) != ')' && followsKeyword(head, "def|class")
              ? Scope.PARAMETERS
              : Scope.ARGUMENTS;
      case GO, RUST, SWIFT, KOTLIN, PHP ->
          before(at) != ')' && followsKeyword(head, "func|fn|fun|function|init")
              ? Scope.PARAMETERS
              : Scope.ARGUMENTS;
      default -> Scope.ARGUMENTS;
    };
  }

  private Scope plainLambda() {
    return Scope.ARGUMENTS;
  }

  private boolean isScriptOrPlain() {
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT, PYTHON, RUBY -> true;
      default -> false;
    };
  }

  private boolean isDeclared(String head, String word) {
    if (word.isEmpty() || NOT_CALLED.contains(word)) {
      return false;
    }
    String before = head.substring(0, head.length() - word.length()).stripTrailing();
    if (before.endsWith("$")) {
      before = before.substring(0, before.length() - 1).stripTrailing();
    }
    return !before.endsWith("new")
        && (!before.endsWith(".") || before.endsWith("..."))
        && !before.endsWith("@")
        && !before.endsWith("return")
        && !before.endsWith("=");
  }

  private boolean hasTypeBefore(String head) {
    return head.matches("(?s).*[\\w>\\]]\\s+\\$?\\w+");
  }

  /** Whether the parenthesis at the end of {@code head} belongs to a declaration by a keyword. */
  private static boolean followsKeyword(String head, String keywords) {
    return head.matches(
            "(?s).*(?<![\\w$.])(?:"
                + keywords
                + ")(?:\\s*\\([^()]*\\))?(?:\\s*&?\\s*[\\w$.<>?:, ]+)?")
        && head.matches("(?s).*(?<![\\w$.])(?:" + keywords + ")[^{};=]*");
  }

  private Scope brace() {
    if (switchHeader) {
      switchHeader = false;
      return Scope.SWITCH_BODY;
    }
    char before = before(at);
    String word = wordBefore(at);
    if (isScript()
        && ((importing && word.equals("import"))
            || (before == '.' && deep > 0)
            || tag >= 0
            || inTag())) {
      return Scope.ELEMENTS;
    }
    if (structHeader) {
      structHeader = false;
      return Scope.STRUCT_BODY;
    }
    if (classHeader) {
      classHeader = false;
      if (enumHeader && language == Language.JAVA) {
        enumHeader = false;
        return Scope.ENUM_BODY;
      }
      return language == Language.GO ? Scope.STRUCT_BODY : Scope.CLASS_BODY;
    }
    if (word.equals("interface") && language == Language.GO) {
      return Scope.STRUCT_BODY;
    }
    if (language == Language.JAVA && before == ')' && isCreation()) {
      return Scope.CLASS_BODY;
    }
    if (language == Language.PYTHON) {
      return hasColon(at) || text.startsWith("{...}", at) ? Scope.DICTIONARY : Scope.ELEMENTS;
    }
    if (language == Language.RUBY) {
      boolean value = before != 0 && "=(,[:".indexOf(before) >= 0;
      return value || (before == '>' && hasColon(at)) || (before == 0 && hasColon(at))
          ? Scope.DICTIONARY
          : Scope.BLOCK;
    }
    if (("=(,[:?".indexOf(before) >= 0 && before != 0)
        || (before == '>' && language == Language.CPP)
        || before == ']'
        || word.equals("return")) {
      return Scope.ELEMENTS;
    }
    if (language == Language.CSHARP
        && text.substring(0, at).matches("(?s).*\\bnew\\s+[\\w.$<>]+\\s*(?:\\([^{}()]*\\)\\s*)?")) {
      return Scope.ELEMENTS;
    }
    boolean literalType =
        (language == Language.GO || language == Language.RUST || language == Language.CPP)
            && Character.isLetterOrDigit(before)
            && isComposite(word);
    if (literalType) {
      return Scope.ELEMENTS;
    }
    if (before == 0 && isScriptOrPlain() && hasColon(at)) {
      return Scope.ELEMENTS;
    }
    return Scope.BLOCK;
  }

  /**
   * Whether a brace after {@code word} opens a composite literal rather than the head of a block.
   */
  private boolean isComposite(String word) {
    if (NOT_CALLED.contains(word)
        || Set.of(
                "func",
                "range",
                "else",
                "loop",
                "unsafe",
                "try",
                "select",
                "defer",
                "go",
                "async",
                "int",
                "string",
                "bool",
                "error",
                "const",
                "noexcept",
                "override")
            .contains(word)) {
      return false;
    }
    int line = text.lastIndexOf('\n', at) + 1;
    String head = text.substring(line, at).stripLeading();
    return !head.matches(
        "(?:}?\\s*else\\s+)?(?:if|for|while|switch|match|func|fn|impl|mod|trait|type|namespace|pub|class)\\b.*");
  }

  private boolean isCreation() {
    int depth = 0;
    int i = at - 1;
    while (i >= 0 && text.charAt(i) != ')') {
      i--;
    }
    for (; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && --depth == 0) {
        return text.substring(0, i).matches("(?s).*\\bnew\\s+[\\w.$<>, ?]+");
      }
    }
    return false;
  }

  /** Reads a typed metavariable, if one begins at the parenthesis here. */
  private boolean typed() {
    String word = wordBefore(at);
    char before = before(at);
    boolean called =
        (Character.isLetterOrDigit(before) || before == '_' || before == ']' || before == ')')
            && !NOT_CALLED.contains(word);
    if (word.equals("catch") || word.equals("for")) {
      return false;
    }
    return switch (language) {
      case JAVA, CSHARP, C, CPP -> {
        if (called) {
          yield false;
        }
        Pattern form =
            language == Language.JAVA || language == Language.CSHARP
                ? TYPED_BEFORE
                : C_TYPED_BEFORE;
        Matcher matcher = form.matcher(text);
        if (!matcher.region(at, text.length()).lookingAt()
            || NOT_CALLED.contains(matcher.group(1))
            || matcher.group(1).equals("new")
            || isArrow(matcher.end())) {
          yield false;
        }
        typed(matcher.group(1), matcher.group(2), matcher.end());
        yield true;
      }
      case GO, JAVASCRIPT, TYPESCRIPT, KOTLIN, RUST, PYTHON, SWIFT, PHP -> {
        if (called && language != Language.PYTHON) {
          yield typedArgument();
        }
        Matcher matcher = TYPED_AFTER.matcher(text);
        if (!matcher.region(at, text.length()).lookingAt() || isArrow(matcher.end())) {
          yield false;
        }
        if (called) {
          out.append('(');
        }
        typed(matcher.group(2).strip(), matcher.group(1), matcher.end());
        if (called) {
          out.append(')');
        }
        yield true;
      }
      default -> false;
    };
  }

  private boolean typedArgument() {
    return false;
  }

  private boolean isArrow(int from) {
    String after = text.substring(from).stripLeading();
    return after.startsWith("=>")
        || (after.startsWith("->") && language == Language.JAVA)
        || (after.startsWith("{") && language != Language.JAVA);
  }

  private void typed(String type, String metavariable, int end) {
    String name = Holes.METAVARIABLE + metavariable.substring(1);
    Matcher inner = METAVARIABLE.matcher(type);
    String cleanType = inner.replaceAll(Holes.METAVARIABLE + "$2").replace("...", Holes.ELLIPSIS);
    out.append(Holes.TYPED)
        .append(
            switch (language) {
              case GO -> "(" + name + ".(" + cleanType + "))";
              case JAVASCRIPT, TYPESCRIPT, KOTLIN, RUST, SWIFT ->
                  "(" + name + " as " + cleanType + ")";
              case PYTHON -> "(" + name + ", " + cleanType + ")";
              default -> "((" + cleanType + ") " + name + ")";
            });
    at = end;
  }

  private boolean isStringStart(char c) {
    return switch (c) {
      case '"' -> true;
      case '\'' ->
          switch (language) {
            case RUST ->
                text.startsWith("'\\", at)
                    || (at + 2 < text.length() && text.charAt(at + 2) == '\'');
            default -> true;
          };
      case '`' ->
          language == Language.JAVASCRIPT
              || language == Language.TYPESCRIPT
              || language == Language.GO
              || language == Language.KOTLIN
              || language == Language.RUBY;
      default -> false;
    };
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
    if (isSpecial(content)) {
      out.append(Holes.STRING).append(strings.size()).append("__");
      strings.add(content);
    } else {
      out.append(interpolations(content));
    }
    out.append(delimiter);
  }

  private static boolean isSpecial(String content) {
    return content.equals("...")
        || content.startsWith("=~/")
        || METAVARIABLE.matcher(content).matches();
  }

  private String interpolations(String content) {
    if (!content.contains("{") && !content.contains("\\(")) {
      return content;
    }
    StringBuilder result = new StringBuilder();
    Matcher matcher = METAVARIABLE.matcher(content);
    while (matcher.find()) {
      String head = content.substring(0, matcher.start());
      boolean within =
          head.lastIndexOf('{') > head.lastIndexOf('}')
              || head.lastIndexOf("\\(") > head.lastIndexOf(')');
      String name =
          (matcher.group(1) == null ? Holes.METAVARIABLE : Holes.ELLIPSIS_METAVARIABLE)
              + matcher.group(2);
      matcher.appendReplacement(result, Matcher.quoteReplacement(within ? name : matcher.group()));
    }
    matcher.appendTail(result);
    String replaced = result.toString();
    Matcher dots = DOTS_WITHIN.matcher(replaced);
    return dots.replaceAll(
        found -> Matcher.quoteReplacement(found.group().replace("...", Holes.ELLIPSIS)));
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

  private char before(int position) {
    int i = position - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? 0 : text.charAt(i);
  }

  private String wordBefore(int position) {
    int end = position;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return text.substring(start, end);
  }

  private boolean nextIs(char wanted) {
    int i = at;
    while (i < text.length()
        && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
      i++;
    }
    return i < text.length() && text.charAt(i) == wanted;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the bracket here holds pairs. */
  private boolean hasColon(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        if (--depth == 0) {
          return false;
        }
      } else if (depth == 1 && (c == ':' || text.startsWith("=>", i))) {
        return true;
      }
    }
    return false;
  }
}
