package dev.coderev.model.template;

import java.util.List;
import java.util.Optional;

/** A part of a template's body. */
sealed interface Statement {

  record Text(String text) implements Statement {}

  record Print(Expression value) implements Statement {}

  /** The first branch whose condition holds; the last may have none. */
  record If(List<Branch> branches) implements Statement {}

  record Branch(Optional<Expression> condition, List<Statement> body) {}

  record For(
      List<String> names,
      Expression items,
      Optional<Expression> filter,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {}

  /** Assigns to names, or to a member of a namespace when {@code member} is given. */
  record Set(List<String> names, Optional<String> member, Expression value) implements Statement {}

  record SetBlock(String name, List<Statement> body) implements Statement {}

  record Macro(String name, List<Parameter> parameters, List<Statement> body)
      implements Statement {}

  record Parameter(String name, Optional<Expression> otherwise) {}

  /** A block that has no meaning at inference, such as {@code generation}: its body as it is. */
  record Plain(List<Statement> body) implements Statement {}

  record Break() implements Statement {}

  record Continue() implements Statement {}
}
