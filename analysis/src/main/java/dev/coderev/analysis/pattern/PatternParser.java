package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.CodePattern.Form;
import dev.coderev.analysis.pattern.FormulaCompiler.Setting;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a pattern: fills its holes with names, tries code around it until the parser of
 * the language is content, and turns the names back into holes.
 */
final class PatternParser {
  private final SourceParser parser;
  private final Language language;

  /** Reads each pattern with a parser of its language. */
  static PatternReading with(SourceParser parser) {
    return (text, place, setting, inside) ->
        new PatternParser(parser, setting.language()).parse(text, place, setting, inside);
  }

  PatternParser(SourceParser parser, Language language) {
    this.parser = parser;
    this.language = language;
  }

  CodePattern parse(String text, RulePlace place, Setting setting, boolean inside) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new PatternSyntaxProblem(place, "the pattern is empty");
    }
    if (language == Language.TEXT) {
      return new CodePattern(
          stripped, language, setting.options(), Form.GENERIC, List.of(), List.of(), inside);
    }
    if (stripped.equals("...")) {
      PatternNode ellipsis = PatternNode.plain(Kind.ELLIPSIS, Role.CHILD, "", "", List.of());
      return new CodePattern(
          stripped,
          language,
          setting.options(),
          Form.EXPRESSION,
          List.of(ellipsis),
          List.of(),
          inside);
    }
    Optional<CodePattern> parsed = attempt(stripped, setting, inside, false);
    if (parsed.isEmpty()) {
      parsed = attempt(stripped, setting, inside, true);
    }
    return parsed.orElseThrow(() ->
        new PatternSyntaxProblem(
            place,
            "this is no "
                + language.id()
                + " code: \""
                + stripped.lines().findFirst().orElse("")
                + "\"; write an expression, statements or a definition, with ... and $X as"
                + " holes"));
  }

  private Optional<CodePattern> attempt(
      String text, Setting setting, boolean inside, boolean plainParameters) {
    Holes holes = HoleScanner.replace(text, language, plainParameters);
    boolean typed = language == Language.JAVASCRIPT && holes.text().contains(Holes.TYPED);
    Optional<CodePattern> pattern =
        attempt(text, holes, setting, inside, typed ? Language.TYPESCRIPT : language);
    return pattern.isPresent() || language != Language.JAVASCRIPT
        ? pattern
        : attempt(text, holes, setting, inside, Language.TYPESCRIPT);
  }

  private Optional<CodePattern> attempt(
      String text, Holes holes, Setting setting, boolean inside, Language readAs) {
    for (Wrapping wrapping : Wrapping.of(language, holes.text())) {
      Optional<CodePattern> pattern = attempt(text, holes, wrapping, setting, inside, readAs);
      if (pattern.isPresent()) {
        return pattern;
      }
    }
    return Optional.empty();
  }

  private Optional<CodePattern> attempt(
      String text,
      Holes holes,
      Wrapping wrapping,
      Setting setting,
      boolean inside,
      Language readAs) {
    String name =
        language == Language.JAVASCRIPT || language == Language.TYPESCRIPT
            ? "pattern.tsx"
            : "pattern";
    SyntaxTree tree;
    try {
      tree =
          parser.parse(
              new SourceFile(name, readAs, wrapping.prefix() + holes.text() + wrapping.suffix()));
    } catch (ParseFailure _) {
      return Optional.empty();
    }
    if (isBroken(tree)) {
      return Optional.empty();
    }
    List<Integer> parts = parts(tree, wrapping);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    PatternNodes nodes = new PatternNodes(tree, holes);
    List<PatternNode> roots = new ArrayList<>();
    for (int part : parts) {
      roots.addAll(nodes.convert(part));
    }
    if (roots.isEmpty()) {
      return Optional.empty();
    }
    if (wrapping.drop() != Wrapping.Drop.NOTHING) {
      Optional<PatternNode> last = PatternNodes.without(roots.getLast(), wrapping.drop());
      if (last.isEmpty()) {
        return Optional.empty();
      }
      roots.set(roots.size() - 1, last.get());
    }
    return Optional.of(build(text, setting, roots, nodes.metavariables(), inside));
  }

  private CodePattern build(
      String text,
      Setting setting,
      List<PatternNode> found,
      List<String> metavariables,
      boolean inside) {
    List<PatternNode> roots = found;
    Form form = Form.SEQUENCE;
    if (roots.size() == 1) {
      PatternNode root = roots.getFirst();
      if (root.is(Kind.EXPRESSION_STATEMENT) && !text.endsWith(";")) {
        root = root.children.getFirst();
      }
      roots = List.of(root.withRole(Role.CHILD));
      form = Kinds.isExpression(root.kind) ? Form.EXPRESSION : Form.NODE;
    }
    return new CodePattern(text, language, setting.options(), form, roots, metavariables, inside);
  }

  private static boolean isBroken(SyntaxTree tree) {
    if (!tree.notes().isEmpty()) {
      return true;
    }
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.ERROR)) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> parts(SyntaxTree tree, Wrapping wrapping) {
    return switch (wrapping.part()) {
      case FILE ->
          children(tree, 0).stream()
              .filter(node -> tree.start(node) >= wrapping.prefix().length())
              .toList();
      case DOCUMENT -> document(tree);
      case VALUE -> below(tree, named(tree, "__f"), Role.VALUE, Role.RIGHT);
      case TYPE -> below(tree, named(tree, "__f"), Role.TYPE, Role.TYPE);
      case STATEMENTS -> bodyOf(tree, named(tree, "__w"));
      case MEMBERS -> bodyOf(tree, firstClass(tree));
      case ANNOTATIONS -> annotations(tree);
      case CASE -> all(tree, Kind.CASE);
      case CATCH -> all(tree, Kind.CATCH);
      case FINALLY -> {
        int tried = first(tree, Kind.TRY);
        yield tried == NONE ? List.of() : below(tree, tried, Role.FINALLY, Role.FINALLY);
      }
      case PAIR -> {
        List<Integer> value = below(tree, named(tree, "__f"), Role.VALUE, Role.RIGHT);
        if (value.isEmpty()) {
          yield List.of();
        }
        List<Integer> pairs = new ArrayList<>();
        for (int child : children(tree, value.getFirst())) {
          if (tree.role(child) == Role.ELEMENT) {
            pairs.add(child);
          }
        }
        yield pairs;
      }
    };
  }

  private static List<Integer> document(SyntaxTree tree) {
    List<Integer> documents = children(tree, 0);
    if (documents.size() != 1) {
      return List.of();
    }
    int only = documents.getFirst();
    boolean unwrapped =
        (tree.is(only, Kind.MAP) || tree.is(only, Kind.LIST)) && tree.childCount(only) == 1;
    return unwrapped ? children(tree, only) : documents;
  }

  private static List<Integer> annotations(SyntaxTree tree) {
    List<Integer> found = new ArrayList<>();
    for (int node : all(tree, Kind.ANNOTATION)) {
      found.add(node);
      break;
    }
    return found;
  }

  private static List<Integer> all(SyntaxTree tree, Kind kind) {
    List<Integer> found = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, kind)) {
        found.add(node);
        node = tree.subtreeEnd(node) - 1;
      }
    }
    return found;
  }

  private static int first(SyntaxTree tree, Kind kind) {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, kind)) {
        return node;
      }
    }
    return NONE;
  }

  private static int firstClass(SyntaxTree tree) {
    return first(tree, Kind.CLASS);
  }

  private static int named(SyntaxTree tree, String name) {
    for (int node = 0; node < tree.size(); node++) {
      String symbol = tree.symbol(node);
      if (tree.is(node, Kind.IDENTIFIER) && (symbol.equals(name) || symbol.equals("$" + name))) {
        return tree.parent(node);
      }
    }
    return NONE;
  }

  private static List<Integer> bodyOf(SyntaxTree tree, int owner) {
    if (owner == NONE) {
      return List.of();
    }
    int body = tree.child(owner, Role.BODY);
    return body == NONE ? List.of() : children(tree, body);
  }

  private static List<Integer> below(SyntaxTree tree, int node, Role role, Role otherRole) {
    if (node == NONE) {
      return List.of();
    }
    int child = tree.child(node, role);
    if (child == NONE) {
      child = tree.child(node, otherRole);
    }
    return child == NONE ? List.of() : List.of(child);
  }

  private static List<Integer> children(SyntaxTree tree, int node) {
    List<Integer> result = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      result.add(child);
    }
    return result;
  }
}
