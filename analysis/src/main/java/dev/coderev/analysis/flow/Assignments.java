package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Lowers writing to targets: names, fields, elements and patterns that take a value apart. */
final class Assignments {
  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Expressions expressions;

  Assignments(SyntaxTree tree, FunctionBody body, Expressions expressions) {
    this.tree = tree;
    this.body = body;
    this.expressions = expressions;
  }

  /** Makes the name known in the scope at hand. */
  int declare(int name, int declaration) {
    String type = expressions.typeOf(declaration);
    boolean wholeFunction =
        tree.symbol(declaration).equals("var")
            && expressions.dialect().language() != dev.coderev.analysis.source.Language.GO
            && expressions.dialect().language() != dev.coderev.analysis.source.Language.SWIFT
            && expressions.dialect().language() != dev.coderev.analysis.source.Language.KOTLIN
            && expressions.dialect().language() != dev.coderev.analysis.source.Language.JAVA;
    return wholeFunction || expressions.dialect().assignmentDeclares()
        ? body.declareOutermost(tree.symbol(name), declaration, type)
        : body.declare(tree.symbol(name), declaration, type);
  }

  /**
   * Writes a value.
   *
   * @param node of the whole assignment
   * @param declares whether names in the target are new
   * @return the register of the assignment as an expression
   */
  int assign(int target, int value, int node, boolean declares) {
    if (tree.is(target, Kind.UNARY) && tree.symbol(target).equals("*")) {
      int pointer = expressions.child(target, Role.VALUE);
      return pointer == NONE ? value : expressions.operation(node, "store", pointer, value);
    }
    return switch (tree.kind(target)) {
      case IDENTIFIER -> name(target, value, node, declares);
      case MEMBER -> {
        int object = expressions.child(target, Role.OBJECT);
        int name = tree.child(target, Role.NAME);
        String field = name == NONE ? "" : tree.symbol(name);
        yield body.emit(r -> new Instruction.WriteField(r, node, target, object, field, value));
      }
      case INDEX -> {
        int object = expressions.child(target, Role.OBJECT);
        int index = expressions.index(target);
        yield body.emit(r -> new Instruction.WriteIndex(r, node, target, object, index, value));
      }
      case TUPLE, LIST, COMPOSITE -> {
        if (takesFields(target)) {
          fields(target, value, declares);
          yield value;
        }
        elements(target, value, declares);
        yield value;
      }
      case MAP -> {
        fields(target, value, declares);
        yield value;
      }
      case VARIABLE -> {
        int name = tree.child(target, Role.NAME);
        yield name == NONE ? value : assign(name, value, target, true);
      }
      case ASSIGN -> {
        int left = tree.child(target, Role.LEFT);
        int otherwise = expressions.child(target, Role.RIGHT);
        int chosen = expressions.operation(NONE, "??", value, otherwise);
        yield left == NONE ? value : assign(left, chosen, target, declares);
      }
      case SPREAD, UNARY, CAST, PARAMETER, OTHER -> {
        int inner = tree.child(target, Role.VALUE);
        if (inner == NONE) {
          inner = tree.child(target, Role.NAME);
        }
        yield inner == NONE ? value : assign(inner, value, node, declares);
      }
      default -> {
        expressions.value(target);
        yield value;
      }
    };
  }

  /** Whether a pattern takes an object apart by names, not a list by positions. */
  private boolean takesFields(int target) {
    if (tree.rawType(target).equals("object_pattern")) {
      return true;
    }
    int first = tree.firstChild(target);
    return first != NONE && tree.is(first, Kind.PAIR);
  }

  private int name(int target, int value, int node, boolean declares) {
    String name = tree.symbol(target);
    if (!declares && expressions.isField(name)) {
      int self = expressions.self(target);
      return body.emit(r -> new Instruction.WriteField(r, node, target, self, name, value));
    }
    int slot = declares ? declare(target, node) : body.assigned(name, target);
    return body.emit(r -> new Instruction.WriteVariable(r, node, target, slot, value));
  }

  private void elements(int target, int value, boolean declares) {
    long position = 0;
    boolean rest = false;
    for (int child = tree.firstChild(target); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.TYPE) {
        continue;
      }
      int part = child;
      rest |= tree.is(child, Kind.SPREAD);
      int element;
      if (tree.is(part, Kind.SPREAD)) {
        Long from = position;
        int start = body.emit(r -> new Instruction.Literal(r, NONE, from));
        int end = body.emit(r -> new Instruction.Literal(r, NONE, Instruction.Opaque.NULL));
        element = expressions.operation(NONE, "slice", value, start, end);
      } else if (rest || target == part) {
        element = body.emit(r -> new Instruction.ReadElement(r, part, value));
      } else {
        Long constant = position;
        int index = body.emit(r -> new Instruction.Literal(r, NONE, constant));
        element = body.emit(r -> new Instruction.ReadIndex(r, part, value, index));
      }
      assign(part, element, part, declares);
      position++;
    }
  }

  private void fields(int target, int value, boolean declares) {
    List<Integer> taken = new ArrayList<>();
    taken.add(value);
    for (int child = tree.firstChild(target); child != NONE; child = tree.nextSibling(child)) {
      int part = child;
      if (tree.is(part, Kind.SPREAD)) {
        int others = body.emit(r -> new Instruction.Operation(r, NONE, "without", "", taken));
        assign(part, others, part, declares);
        continue;
      }
      int key = tree.is(part, Kind.PAIR) ? tree.child(part, Role.KEY) : part;
      if (key != NONE && tree.is(key, Kind.ASSIGN)) {
        key = tree.child(key, Role.LEFT);
      }
      int inner = tree.is(part, Kind.PAIR) ? tree.child(part, Role.VALUE) : part;
      if (key == NONE || inner == NONE) {
        continue;
      }
      int read = value;
      if (tree.is(key, Kind.IDENTIFIER) || tree.is(key, Kind.STRING)) {
        String field = tree.symbol(key);
        taken.add(body.emit(r -> new Instruction.Literal(r, NONE, field)));
        read = body.emit(r -> new Instruction.ReadField(r, part, value, field));
      }
      assign(inner, read, part, declares);
    }
  }
}
