package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.PatternNode.Content;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns the parsed text of one pattern into pattern nodes: placeholders become holes again. */
final class PatternNodes {
  private final SyntaxTree tree;
  private final Holes holes;
  private final List<String> metavariables = new ArrayList<>();

  PatternNodes(SyntaxTree tree, Holes holes) {
    this.tree = tree;
    this.holes = holes;
  }

  /** The metavariables met so far, each at its slot. */
  List<String> metavariables() {
    return metavariables;
  }

  /** The pattern that {@code node} stands for; empty for what was only there to parse. */
  List<PatternNode> convert(int node) {
    Role role = tree.role(node);
    Kind kind = tree.kind(node);
    if (kind == Kind.MEMBER && tree.symbol(tree.child(node, Role.NAME)).equals(Holes.TAIL)) {
      return convert(tree.child(node, Role.OBJECT)).stream().map(p -> p.withRole(role)).toList();
    }
    Optional<PatternNode> hole = hole(node, kind, role);
    if (hole.isPresent()) {
      return List.of(hole.get());
    }
    List<PatternNode> children = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      children.addAll(convert(child));
    }
    if (kind == Kind.REGEX) {
      return List.of(regexLiteral(node, role));
    }
    if (kind == Kind.STRING && role == Role.PART) {
      Optional<PatternNode> piece = piece(tree.symbol(node));
      if (piece.isPresent()) {
        return List.of(piece.get());
      }
    }
    if (kind == Kind.STRING || (kind == Kind.TEMPLATE && children.size() == 1)) {
      Optional<PatternNode> special = special(contentOf(node), role);
      if (special.isPresent() && role == Role.PART && special.get().content == Content.ANY) {
        return List.of(PatternNode.plain(Kind.ELLIPSIS, Role.PART, "", "", List.of()));
      }
      if (special.isPresent()) {
        PatternNode string =
            tree.text(node).startsWith("`") ? special.get().ofTemplate() : special.get();
        return List.of(isFormatted(node) ? formatted(string) : string);
      }
    }
    return List.of(PatternNode.plain(kind, role, tree.symbol(node), tree.rawType(node), children));
  }

  /** {@code /.../}, {@code /$X/} or a regular expression that is meant literally. */
  private PatternNode regexLiteral(int node, Role role) {
    String symbol = tree.symbol(node);
    if (Holes.isEllipsis(symbol)) {
      return new PatternNode(
          Kind.REGEX, role, "", "", List.of(), PatternNode.NO_SLOT, Content.ANY, null);
    }
    String metavariable = Holes.metavariable(symbol);
    return metavariable.isEmpty()
        ? PatternNode.plain(Kind.REGEX, role, symbol, tree.rawType(node), List.of())
        : new PatternNode(
            Kind.REGEX, role, "", "", List.of(), slot(metavariable), Content.BOUND, null);
  }

  /** A text between interpolations: {@code ...} takes any parts, {@code $X} one text. */
  private Optional<PatternNode> piece(String text) {
    if (text.equals("...")) {
      return Optional.of(PatternNode.plain(Kind.ELLIPSIS, Role.PART, "", "", List.of()));
    }
    if (text.matches("\\$\\.\\.\\.[A-Z_][A-Z0-9_]*")) {
      return Optional.of(
          new PatternNode(
              Kind.ELLIPSIS_METAVARIABLE,
              Role.PART,
              text,
              "",
              List.of(),
              slot(text),
              Content.EXACT,
              null));
    }
    return text.matches("\\$[A-Z_][A-Z0-9_]*")
        ? Optional.of(
            new PatternNode(
                Kind.STRING, Role.PART, text, "", List.of(), slot(text), Content.BOUND, null))
        : Optional.empty();
  }

  /** Whether it is Python's {@code f"…"}, which stands for nothing but other such strings. */
  private boolean isFormatted(int node) {
    return tree.file().language() == Language.PYTHON
        && (tree.text(node).startsWith("f") || tree.text(node).startsWith("F"));
  }

  private static PatternNode formatted(PatternNode string) {
    return new PatternNode(
        Kind.TEMPLATE,
        string.role,
        string.symbol,
        "",
        List.of(),
        string.slot,
        string.content,
        string.regex);
  }

  private String contentOf(int node) {
    if (tree.is(node, Kind.TEMPLATE)) {
      return tree.symbol(tree.firstChild(node));
    }
    return tree.symbol(node);
  }

  /** The last root without what the wrapping added to it; empty where that is not there. */
  static Optional<PatternNode> without(PatternNode root, Wrapping.Drop drop) {
    List<PatternNode> kept = new ArrayList<>(root.children);
    if (drop == Wrapping.Drop.FINALLY) {
      boolean removed = root.is(Kind.TRY) && kept.removeIf(child -> child.role == Role.FINALLY);
      return removed ? Optional.of(root.withChildren(kept)) : Optional.empty();
    }
    for (int i = kept.size() - 1; i >= 0; i--) {
      Role role = kept.get(i).role;
      if (role == Role.BODY || role == Role.THEN) {
        kept.remove(i);
        return Optional.of(root.withChildren(kept));
      }
    }
    return Optional.empty();
  }

  private Optional<PatternNode> hole(int node, Kind kind, Role role) {
    switch (kind) {
      case IDENTIFIER, ATOM, MARKUP_TEXT -> {
        return named(tree.symbol(node), role);
      }
      case STRING -> {
        return hasPlainTexts() ? named(tree.symbol(node), role) : Optional.empty();
      }
      case MAP -> {
        int only = tree.firstChild(node);
        if (tree.file().language() == Language.YAML && only != NONE && tree.childCount(node) == 1) {
          return hole(only, tree.kind(only), role).filter(PatternNode::isEllipsis);
        }
      }
      case EXPRESSION_STATEMENT -> {
        int value = tree.firstChild(node);
        if (value != NONE && isAny(value)) {
          return named(tree.symbol(value), role);
        }
        return value == NONE ? Optional.empty() : calledHole(value, role);
      }
      case CLASS, ENUM_CONSTANT -> {
        int name = tree.child(node, Role.NAME);
        if (name != NONE
            && Holes.isEllipsis(tree.symbol(name))
            && tree.child(node, Role.VALUE) == NONE) {
          return named(tree.symbol(name), role);
        }
      }
      case VARIABLE, PARAMETER, CATCH, FUNCTION -> {
        int type = tree.child(node, Role.TYPE);
        int name = tree.child(node, Role.NAME);
        int carrier =
            type != NONE && isAny(type) ? type : name != NONE && isAny(name) ? name : NONE;
        boolean carries =
            carrier != NONE && (kind != Kind.FUNCTION || tree.child(node, Role.BODY) == NONE);
        if (kind != Kind.CATCH && carries && carrierOnly(node, carrier)) {
          return named(tree.symbol(carrier), role);
        }
      }
      case ATTRIBUTE -> {
        int name = tree.child(node, Role.NAME);
        if (name != NONE && tree.childCount(node) == 1 && isAny(name)) {
          return named(tree.symbol(name), role);
        }
      }
      case PAIR -> {
        int key = tree.child(node, Role.KEY);
        if (key != NONE && isAny(key) && isLonely(node)) {
          return named(tree.symbol(key), role);
        }
      }
      case CALL -> {
        return call(node, role);
      }
      case IMPORTED_NAME -> {
        Optional<PatternNode> name = named(tree.symbol(node), role);
        if (name.isPresent() && tree.isLeaf(node)) {
          return name;
        }
      }
      case OTHER -> {
        if (tree.childCount(node) == 1 && isAny(tree.firstChild(node)) && !hasPlainTexts()) {
          return named(tree.symbol(tree.firstChild(node)), role);
        }
        if (tree.isLeaf(node)) {
          return named(tree.symbol(node), role);
        }
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** {@code __ellipsis__();} and {@code __mv_S();}, as Java and C# need them. */
  private Optional<PatternNode> calledHole(int call, Role role) {
    int callee = tree.is(call, Kind.CALL) ? tree.child(call, Role.CALLEE) : NONE;
    int arguments = callee == NONE ? NONE : tree.child(call, Role.ARGUMENTS);
    boolean empty = arguments != NONE && tree.isLeaf(arguments);
    if (!empty
        || !tree.is(callee, Kind.IDENTIFIER)
        || tree.symbol(callee).startsWith(Holes.METAVARIABLE)) {
      return Optional.empty();
    }
    Optional<PatternNode> hole = named(tree.symbol(callee), Role.VALUE);
    if (hole.isEmpty() || hole.get().isEllipsis()) {
      return hole.map(node -> node.withRole(role));
    }
    return Optional.of(
        PatternNode.plain(Kind.EXPRESSION_STATEMENT, role, "", "", List.of(hole.get())));
  }

  /** Whether the declaration is there for the sake of an ellipsis: {@code __ellipsis__ __p}. */
  private boolean carrierOnly(int node, int carrier) {
    if (tree.role(carrier) == Role.TYPE) {
      int name = tree.child(node, Role.NAME);
      return name == NONE || tree.symbol(name).equals("__p") || tree.symbol(name).equals("__m");
    }
    return true;
  }

  /** Whether texts need no quotes, so that a hole is read as one. */
  private boolean hasPlainTexts() {
    return switch (tree.file().language()) {
      case YAML, DOCKERFILE, HTML, XML -> true;
      default -> false;
    };
  }

  /** Whether a pair is there for the sake of its key: its value, if it has one, says no more. */
  private boolean isLonely(int pair) {
    int value = tree.child(pair, Role.VALUE);
    return !hasPlainTexts() || value == NONE || isAny(value) || tree.symbol(value).isEmpty();
  }

  private boolean isAny(int node) {
    boolean plain = hasPlainTexts() && tree.is(node, Kind.STRING);
    if (!tree.is(node, Kind.IDENTIFIER) && !plain) {
      return false;
    }
    String symbol = tree.symbol(node);
    return Holes.isEllipsis(symbol) || Holes.metavariable(symbol).startsWith("$...");
  }

  private Optional<PatternNode> call(int node, Role role) {
    int callee = tree.child(node, Role.CALLEE);
    int arguments = tree.child(node, Role.ARGUMENTS);
    if (callee == NONE || arguments == NONE) {
      return Optional.empty();
    }
    if (tree.firstChild(arguments) == NONE) {
      boolean chain =
          tree.is(callee, Kind.MEMBER)
              && Holes.isEllipsis(tree.symbol(tree.child(callee, Role.NAME)));
      return chain ? Optional.of(convert(callee).getFirst().withRole(role)) : Optional.empty();
    }
    String name = tree.symbol(callee);
    int first = tree.firstChild(arguments);
    if (name.equals(Holes.DEEP)) {
      List<PatternNode> value = new ArrayList<>();
      for (PatternNode converted : convert(first)) {
        value.add(converted.withRole(Role.VALUE));
      }
      return Optional.of(PatternNode.plain(Kind.DEEP_ELLIPSIS, role, "", "", value));
    }
    if (!name.equals(Holes.TYPED)) {
      return Optional.empty();
    }
    int type;
    int value;
    int second = tree.nextSibling(first);
    if (second != NONE) {
      value = first;
      type = second;
    } else {
      type = tree.child(first, Role.TYPE);
      value = tree.child(first, Role.VALUE);
      if (type == NONE || value == NONE) {
        value = tree.firstChild(first);
        type = value == NONE ? NONE : tree.nextSibling(value);
      }
    }
    if (type == NONE || value == NONE) {
      return Optional.empty();
    }
    String metavariable = Holes.metavariable(tree.symbol(value));
    List<PatternNode> types = new ArrayList<>();
    for (PatternNode converted : convert(type)) {
      types.add(converted.withRole(Role.TYPE));
    }
    return Optional.of(
        new PatternNode(
            Kind.TYPED_METAVARIABLE,
            role,
            metavariable,
            "",
            types,
            slot(metavariable),
            Content.EXACT,
            null));
  }

  private Optional<PatternNode> named(String symbol, Role role) {
    if (Holes.isEllipsis(symbol)) {
      return Optional.of(PatternNode.plain(Kind.ELLIPSIS, role, "", "", List.of()));
    }
    String metavariable = Holes.metavariable(symbol);
    if (metavariable.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = metavariable.startsWith("$...") ? Kind.ELLIPSIS_METAVARIABLE : Kind.METAVARIABLE;
    return Optional.of(
        new PatternNode(
            kind, role, metavariable, "", List.of(), slot(metavariable), Content.EXACT, null));
  }

  private int slot(String metavariable) {
    if (metavariable.equals("$_") || metavariable.equals("$..._")) {
      return PatternNode.NO_SLOT;
    }
    int known = metavariables.indexOf(metavariable);
    if (known >= 0) {
      return known;
    }
    metavariables.add(metavariable);
    return metavariables.size() - 1;
  }

  private Optional<PatternNode> special(String symbol, Role role) {
    if (!symbol.startsWith(Holes.STRING) || !symbol.endsWith("__")) {
      return Optional.empty();
    }
    String content =
        holes
            .strings()
            .get(Integer.parseInt(symbol.substring(Holes.STRING.length(), symbol.length() - 2)));
    if (content.equals("...")) {
      return Optional.of(
          new PatternNode(
              Kind.STRING, role, "...", "", List.of(), PatternNode.NO_SLOT, Content.ANY, null));
    }
    if (content.startsWith("=~/")) {
      return Optional.of(
          new PatternNode(
              Kind.STRING,
              role,
              content,
              "",
              List.of(),
              PatternNode.NO_SLOT,
              Content.REGEX,
              regex(content)));
    }
    return Optional.of(
        new PatternNode(
            Kind.STRING, role, content, "", List.of(), slot(content), Content.BOUND, null));
  }

  private static Pattern regex(String content) {
    int end = content.lastIndexOf('/');
    String body = end > 2 ? content.substring(3, end) : content.substring(3);
    String flags = end > 2 ? content.substring(end + 1) : "";
    int bits = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    bits |= flags.contains("m") ? Pattern.MULTILINE : 0;
    try {
      return Pattern.compile(body, bits);
    } catch (PatternSyntaxException _) {
      return Pattern.compile(Pattern.quote(body), bits);
    }
  }
}
