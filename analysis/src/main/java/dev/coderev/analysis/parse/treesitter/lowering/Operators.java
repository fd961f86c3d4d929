package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Constructs for operators as many grammars lay them out, by the fields of their operands. */
public final class Operators {
  private Operators() {}

  /** {@code left operator right}. */
  public static final Construct BINARY =
      Shape.of(Kind.BINARY)
          .field("left", Role.LEFT)
          .symbolOf("operator")
          .field("right", Role.RIGHT);

  /** {@code operator argument}. */
  public static final Construct UNARY =
      Shape.of(Kind.UNARY).symbolOf("operator").field("argument", Role.VALUE);

  /** {@code argument++} and {@code ++argument}. */
  public static final Construct UPDATE =
      (to, node, role) -> {
        ConcreteTree tree = to.tree();
        int operator = tree.child(node, "operator");
        boolean prefix = operator >= 0 && tree.start(operator) == tree.start(node);
        String sign = operator < 0 ? "" : to.operator(operator);
        int opened = to.open(Kind.UPDATE, role, node);
        to.symbol(opened, prefix ? sign + "x" : "x" + sign);
        to.field(node, "argument", Role.VALUE);
        to.close(node);
      };

  /** {@code left = right} or {@code left += right}. */
  public static final Construct ASSIGNMENT =
      (to, node, role) -> {
        int operator = to.tree().child(node, "operator");
        String symbol = operator < 0 ? "=" : to.operator(operator);
        Kind kind = symbol.equals("=") ? Kind.ASSIGN : Kind.COMPOUND_ASSIGN;
        int opened = to.open(kind, role, node);
        to.symbol(opened, symbol);
        to.field(node, "left", Role.LEFT);
        to.field(node, "right", Role.RIGHT);
        to.close(node);
      };

  /** {@code condition ? consequence : alternative}. */
  public static final Construct CONDITIONAL =
      Shape.of(Kind.CONDITIONAL)
          .field("condition", Role.CONDITION)
          .field("consequence", Role.THEN)
          .field("alternative", Role.ELSE);

  /** A number as it is written. */
  public static final Construct NUMBER =
      (to, node, role) -> to.leaf(Kind.NUMBER, role, Literals.number(to.text(node)), node);

  /** {@code break}, {@code continue} or {@code goto}; its only named child is the label. */
  public static Construct jump(Kind kind) {
    return (to, node, role) -> {
      int label = to.tree().firstNamed(node);
      to.leaf(kind, role, label < 0 ? "" : to.text(label), node);
    };
  }
}
