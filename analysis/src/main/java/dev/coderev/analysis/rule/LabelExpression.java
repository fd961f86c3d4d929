package dev.coderev.analysis.rule;

import java.util.Set;

/** A {@code requires} expression over taint labels. */
public sealed interface LabelExpression {
  record Label(String name) implements LabelExpression {}

  record Constant(boolean value) implements LabelExpression {}

  record Not(LabelExpression operand) implements LabelExpression {}

  record And(LabelExpression left, LabelExpression right) implements LabelExpression {}

  record Or(LabelExpression left, LabelExpression right) implements LabelExpression {}

  default boolean holdsFor(Set<String> labels) {
    return switch (this) {
      case Label(String name) -> labels.contains(name);
      case Constant(boolean value) -> value;
      case Not(LabelExpression operand) -> !operand.holdsFor(labels);
      case And(LabelExpression left, LabelExpression right) ->
          left.holdsFor(labels) && right.holdsFor(labels);
      case Or(LabelExpression left, LabelExpression right) ->
          left.holdsFor(labels) || right.holdsFor(labels);
    };
  }
}
