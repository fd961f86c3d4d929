package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The constant values of expressions: literals, operators over constants, constants and final
 * fields, and variables at places that only one assignment of a constant reaches. Confined to one
 * thread.
 */
public final class Constants {
  private static final int DEEPEST = 40;

  private final SyntaxTree tree;
  private final Assignments assignments;
  private final Optional<PropertyLookups> lookups;
  private final Map<Integer, Optional<Constant>> known = new HashMap<>();
  private int depth;

  public Constants(SyntaxTree tree, Declarations declarations) {
    this(tree, declarations, PropertyFiles.NONE);
  }

  /**
   * @param properties what the code may look up
   */
  public Constants(SyntaxTree tree, Declarations declarations, PropertyFiles properties) {
    this.tree = tree;
    this.lookups =
        properties.isEmpty() || !isOfJvm(tree.file().language())
            ? Optional.empty()
            : Optional.of(new PropertyLookups(tree, declarations, properties));
    this.assignments = new Assignments(tree, declarations);
  }

  /** The value of an expression, empty where it is not known. */
  public Optional<Constant> of(int expression) {
    if (expression == NONE) {
      return Optional.empty();
    }
    Kind kind = tree.kind(expression);
    switch (kind) {
      case STRING -> {
        return Optional.of(new Constant.Text(tree.symbol(expression)));
      }
      case NUMBER -> {
        return Constant.ofNumber(tree.symbol(expression));
      }
      case BOOLEAN -> {
        return Optional.of(new Constant.Truth(tree.symbol(expression).equals("true")));
      }
      case IDENTIFIER, MEMBER, BINARY, UNARY, CONDITIONAL, TEMPLATE, CAST, CALL -> {}
      default -> {
        return Optional.empty();
      }
    }
    Optional<Constant> found = known.get(expression);
    if (found == null) {
      if (depth > DEEPEST) {
        return Optional.empty();
      }
      known.put(expression, Optional.empty());
      depth++;
      found = evaluate(expression, kind);
      depth--;
      known.put(expression, found);
    }
    return found;
  }

  /** The text that an expression is known to be, empty for other values and unknown ones. */
  public Optional<String> textOf(int expression) {
    return of(expression)
        .flatMap(value ->
            value instanceof Constant.Text(String text) ? Optional.of(text) : Optional.empty());
  }

  /**
   * The one expression whose value an identifier is known to have where it stands, {@link
   * SyntaxTree#NONE} where several may reach it.
   */
  public int definition(int identifier) {
    List<Integer> values = assignments.reaching(identifier);
    return values.size() == 1 ? values.getFirst() : NONE;
  }

  private Optional<Constant> evaluate(int node, Kind kind) {
    return switch (kind) {
      case IDENTIFIER, MEMBER -> joined(assignments.reaching(node));
      case CAST -> of(tree.child(node, Role.VALUE));
      case CONDITIONAL -> conditional(node);
      case UNARY -> unary(node);
      case BINARY -> binary(node);
      case TEMPLATE -> template(node);
      case CALL -> call(node);
      default -> Optional.empty();
    };
  }

  private Optional<Constant> conditional(int node) {
    Optional<Constant> condition = of(tree.child(node, Role.CONDITION));
    if (condition.isPresent() && condition.get() instanceof Constant.Truth(boolean holds)) {
      return of(tree.child(node, holds ? Role.THEN : Role.ELSE));
    }
    int then = tree.child(node, Role.THEN);
    int otherwise = tree.child(node, Role.ELSE);
    return then == NONE ? Optional.empty() : joined(List.of(then, otherwise));
  }

  /** What all of these expressions agree on. */
  private Optional<Constant> joined(List<Integer> expressions) {
    Optional<Constant> result = Optional.empty();
    for (int i = 0; i < expressions.size(); i++) {
      Optional<Constant> value = of(expressions.get(i));
      if (value.isEmpty()) {
        return value;
      }
      if (i == 0 || value.equals(result)) {
        result = value;
      } else if (isText(value.get()) && result.filter(Constants::isText).isPresent()) {
        result = Optional.of(new Constant.SomeText());
      } else {
        return Optional.empty();
      }
    }
    return result;
  }

  private Optional<Constant> unary(int node) {
    Optional<Constant> value = of(tree.child(node, Role.VALUE));
    if (value.isEmpty()) {
      return value;
    }
    return switch (tree.symbol(node)) {
      case "-" ->
          switch (value.get()) {
            case Constant.Whole(long whole) -> Optional.of(new Constant.Whole(-whole));
            case Constant.Real(double real) -> Optional.of(new Constant.Real(-real));
            default -> Optional.empty();
          };
      case "+" -> value;
      case "!" ->
          value.get() instanceof Constant.Truth(boolean truth)
              ? Optional.of(new Constant.Truth(!truth))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Constant> binary(int node) {
    Optional<Constant> left = of(tree.child(node, Role.LEFT));
    if (left.isEmpty()) {
      return left;
    }
    Optional<Constant> right = of(tree.child(node, Role.RIGHT));
    boolean repeats =
        tree.symbol(node).equals("*")
            && tree.file().language() == Language.PYTHON
            && isText(left.get());
    if (repeats) {
      return Optional.of(new Constant.SomeText());
    }
    return right.flatMap(value -> combine(tree.symbol(node), left.get(), value));
  }

  private Optional<Constant> combine(String operator, Constant left, Constant right) {
    boolean concatenates =
        operator.equals(".")
            || operator.equals("..")
            || (operator.equals("+") && (isText(left) || isText(right)));
    if (concatenates) {
      return concatenate(left, right);
    }
    return switch (left) {
      case Constant.Whole(long a) when right instanceof Constant.Whole(long b) ->
          whole(operator, a, b);
      case Constant.Truth(boolean a) when right instanceof Constant.Truth(boolean b) ->
          switch (operator) {
            case "&&" -> Optional.of(new Constant.Truth(a && b));
            case "||" -> Optional.of(new Constant.Truth(a || b));
            case "==" -> Optional.of(new Constant.Truth(a == b));
            case "!=" -> Optional.of(new Constant.Truth(a != b));
            default -> Optional.empty();
          };
      case Constant.Text(String a) when right instanceof Constant.Text(String b) ->
          switch (operator) {
            case "==" -> Optional.of(new Constant.Truth(a.equals(b)));
            case "!=" -> Optional.of(new Constant.Truth(!a.equals(b)));
            default -> Optional.empty();
          };
      case Constant.Text _ when operator.equals("*") -> Optional.of(new Constant.SomeText());
      default -> Optional.empty();
    };
  }

  private Optional<Constant> concatenate(Constant left, Constant right) {
    if (left instanceof Constant.SomeText || right instanceof Constant.SomeText) {
      return Optional.of(new Constant.SomeText());
    }
    boolean strict =
        tree.file().language() == Language.PYTHON
            || tree.file().language() == Language.RUBY
            || tree.file().language() == Language.GO;
    if (strict && (!isText(left) || !isText(right))) {
      return Optional.empty();
    }
    return Optional.of(new Constant.Text(left.show() + right.show()));
  }

  private static Optional<Constant> whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Optional.of(new Constant.Whole(a + b));
      case "-" -> Optional.of(new Constant.Whole(a - b));
      case "*" -> Optional.of(new Constant.Whole(a * b));
      case "/" -> b == 0 ? Optional.empty() : Optional.of(new Constant.Whole(a / b));
      case "%" -> b == 0 ? Optional.empty() : Optional.of(new Constant.Whole(a % b));
      case "<<" -> b < 0 || b > 62 ? Optional.empty() : Optional.of(new Constant.Whole(a << b));
      case "<" -> Optional.of(new Constant.Truth(a < b));
      case "<=" -> Optional.of(new Constant.Truth(a <= b));
      case ">" -> Optional.of(new Constant.Truth(a > b));
      case ">=" -> Optional.of(new Constant.Truth(a >= b));
      case "==", "===" -> Optional.of(new Constant.Truth(a == b));
      case "!=", "!==" -> Optional.of(new Constant.Truth(a != b));
      default -> Optional.empty();
    };
  }

  private Optional<Constant> template(int node) {
    StringBuilder text = new StringBuilder();
    for (int part = tree.firstChild(node); part != NONE; part = tree.nextSibling(part)) {
      int value = tree.is(part, Kind.INTERPOLATION) ? tree.child(part, Role.VALUE) : part;
      Optional<Constant> constant = of(value);
      if (constant.isEmpty()) {
        return constant;
      }
      if (constant.get() instanceof Constant.SomeText) {
        return constant;
      }
      text.append(constant.get().show());
    }
    return Optional.of(new Constant.Text(text.toString()));
  }

  private static boolean isOfJvm(Language language) {
    return language == Language.JAVA || language == Language.KOTLIN;
  }

  /** A look-up has its value; {@code String.format} over constants is some text. */
  private Optional<Constant> call(int node) {
    Optional<Constant> lookedUp = lookups.flatMap(known -> known.of(node, this::of));
    if (lookedUp.isPresent()) {
      return lookedUp;
    }
    int callee = tree.child(node, Role.CALLEE);
    int arguments = tree.child(node, Role.ARGUMENTS);
    if (tree.file().language() != Language.JAVA
        || callee == NONE
        || arguments == NONE
        || !tree.is(callee, Kind.MEMBER)
        || !tree.symbol(tree.child(callee, Role.NAME)).equals("format")
        || !tree.text(tree.child(callee, Role.OBJECT)).matches("(?:java\\.lang\\.)?String")) {
      return Optional.empty();
    }
    for (int at = tree.firstChild(arguments); at != NONE; at = tree.nextSibling(at)) {
      if (of(at).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Constant.SomeText());
  }

  private static boolean isText(Constant value) {
    return value instanceof Constant.Text || value instanceof Constant.SomeText;
  }
}
