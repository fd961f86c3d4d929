package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Instruction.Collection;
import dev.coderev.analysis.flow.Instruction.Opaque;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Lowers literals of lists, sets, maps and arrays, and comprehensions. */
final class CollectionLowering {
  private final Lowering lowering;
  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Expressions expressions;
  private final Statements statements;

  CollectionLowering(
      Lowering lowering, FunctionBody body, Expressions expressions, Statements statements) {
    this.lowering = lowering;
    this.tree = lowering.tree;
    this.body = body;
    this.expressions = expressions;
    this.statements = statements;
  }

  Collection composite(int node) {
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.PAIR)) {
        return Collection.MAP;
      }
    }
    return Collection.LIST;
  }

  int collect(int node, Collection kind) {
    List<Integer> keys = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    List<Boolean> spread = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.TYPE || tree.role(child) == Role.MODIFIER) {
        continue;
      }
      switch (tree.kind(child)) {
        case PAIR -> {
          int keyNode = tree.child(child, Role.KEY);
          keys.add(keyNode == NONE ? NONE : key(keyNode, kind));
          int value = expressions.child(child, Role.VALUE);
          values.add(value == NONE ? expressions.literal(child, Opaque.OTHER) : value);
          spread.add(false);
        }
        case FUNCTION -> {
          int name = tree.child(child, Role.NAME);
          keys.add(name == NONE ? NONE : expressions.literal(NONE, tree.symbol(name)));
          values.add(expressions.function(child));
          spread.add(false);
        }
        case IDENTIFIER -> {
          keys.add(kind == Collection.MAP ? expressions.literal(NONE, tree.symbol(child)) : NONE);
          values.add(expressions.value(child));
          spread.add(false);
        }
        case SPREAD -> {
          keys.add(NONE);
          int value = expressions.child(child, Role.VALUE);
          values.add(value == NONE ? expressions.literal(child, Opaque.OTHER) : value);
          spread.add(true);
        }
        default -> {
          keys.add(NONE);
          values.add(expressions.value(child));
          spread.add(false);
        }
      }
    }
    return body.emit(r -> new Instruction.Collect(r, node, kind, keys, values, spread));
  }

  private int key(int node, Collection kind) {
    boolean name =
        tree.is(node, Kind.IDENTIFIER)
            && kind == Collection.MAP
            && lowering.dialect.keysAreNames(
                tree.is(tree.parent(tree.parent(node)), Kind.COMPOSITE));
    return name ? expressions.literal(NONE, tree.symbol(node)) : expressions.value(node);
  }

  int array(int node) {
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.INDEX) {
        expressions.value(child);
      }
    }
    int values = tree.child(node, Role.VALUE);
    if (values != NONE) {
      int list = expressions.value(values);
      return body.emit(r -> new Instruction.Operation(r, node, "cast", "", List.of(list)));
    }
    return body.emit(
        r -> new Instruction.Collect(r, node, Collection.SOME, List.of(), List.of(), List.of()));
  }

  int comprehension(int node) {
    body.openScope();
    for (int clause = tree.firstChild(node); clause != NONE; clause = tree.nextSibling(clause)) {
      if (tree.is(clause, Kind.COMPREHENSION_CLAUSE)) {
        clause(clause);
      }
    }
    List<Integer> keys = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int element = tree.child(node, Role.ELEMENT);
    if (element != NONE && tree.is(element, Kind.PAIR)) {
      int key = expressions.child(element, Role.KEY);
      int value = expressions.child(element, Role.VALUE);
      keys.add(key);
      values.add(value == NONE ? key : value);
    } else if (element != NONE) {
      keys.add(NONE);
      values.add(expressions.value(element));
    }
    body.closeScope();
    return body.emit(r ->
        new Instruction.Collect(
            r, node, Collection.SOME, keys, values, values.stream().map(_ -> false).toList()));
  }

  private void clause(int clause) {
    int iterable = expressions.child(clause, Role.ITERABLE);
    int name = tree.child(clause, Role.NAME);
    if (name != NONE && iterable != NONE) {
      int element = body.emit(r -> new Instruction.ReadElement(r, name, iterable));
      statements.assignments().assign(name, element, name, true);
    }
    for (int condition : statements.children(clause, Role.CONDITION)) {
      expressions.value(condition);
    }
  }
}
