package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Lowers what makes control take ways: conditions, loops, switches and exceptions. */
final class Branches {
  private final Lowering lowering;
  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Statements statements;
  private final Expressions expressions;
  private final Patterns patterns;

  /** Blocks that a return runs through before the function ends, the innermost first. */
  private final Deque<Integer> finals = new ArrayDeque<>();

  /** Temporaries that take what is thrown to the handlers around, the innermost first. */
  private final Deque<Integer> caught = new ArrayDeque<>();

  Branches(Lowering lowering, FunctionBody body, Statements statements, Expressions expressions) {
    this.lowering = lowering;
    this.tree = lowering.tree;
    this.body = body;
    this.statements = statements;
    this.expressions = expressions;
    this.patterns = new Patterns(tree, body, statements.assignments());
  }

  /** Ends the function, through the finally blocks around. */
  void leave() {
    if (finals.isEmpty()) {
      body.end();
    } else {
      body.jump(finals.element());
    }
  }

  /**
   * Lowers an {@code if}, {@code switch} or {@code try}.
   *
   * @param result slot that takes the value of the way that was taken, or NONE
   */
  void lower(int node, int result) {
    switch (tree.kind(node)) {
      case IF -> conditional(node, result);
      case SWITCH -> choice(node, result);
      default -> attempt(node, result);
    }
  }

  private void conditional(int node, int result) {
    body.openScope();
    for (int init : statements.children(node, Role.INIT)) {
      statements.statement(init);
    }
    int condition = expressions.child(node, Role.CONDITION);
    int whenTrue = body.newBlock();
    int whenFalse = body.newBlock();
    int after = body.newBlock();
    body.branch(condition, whenTrue, whenFalse);
    body.continueIn(whenTrue);
    way(tree.child(node, Role.THEN), result);
    body.jump(after);
    body.continueIn(whenFalse);
    way(tree.child(node, Role.ELSE), result);
    body.jump(after);
    body.continueIn(after);
    body.closeScope();
  }

  private void way(int node, int result) {
    if (node == NONE) {
      return;
    }
    if (result == NONE) {
      statements.scoped(node);
      return;
    }
    body.openScope();
    int value = statements.lastValue(node);
    write(node, result, value);
    body.closeScope();
  }

  /** Sets a temporary, unless control already left. */
  void write(int node, int slot, int value) {
    if (value != NONE && !body.left()) {
      body.emit(r -> new Instruction.WriteVariable(r, NONE, node, slot, value));
    }
  }

  // ---- switch ----

  private void choice(int node, int result) {
    int valueNode = tree.child(node, Role.VALUE);
    body.openScope();
    int subject = valueNode == NONE ? NONE : expressions.value(valueNode);
    List<Integer> cases = statements.children(node, Role.CASE);
    List<Integer> bodies = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      bodies.add(body.newBlock());
    }
    int after = body.newBlock();
    int otherwise = after;
    for (int i = 0; i < cases.size(); i++) {
      if (!test(cases.get(i), subject, bodies.get(i))) {
        otherwise = bodies.get(i);
      }
    }
    body.jump(otherwise);
    FunctionBody.Target around = body.targets.peek();
    body.targets.push(
        new FunctionBody.Target("", after, around == null ? after : around.onContinue()));
    if (result != NONE) {
      body.switchResults.push(result);
    }
    for (int i = 0; i < cases.size(); i++) {
      body.continueIn(bodies.get(i));
      int inner = tree.child(cases.get(i), Role.BODY);
      if (inner != NONE) {
        caseBody(inner, result);
      }
      boolean ends =
          lowering.dialect.casesEnd()
              || tree.symbol(cases.get(i)).equals("->")
              || i + 1 == cases.size();
      body.jump(ends ? after : bodies.get(i + 1));
    }
    if (result != NONE) {
      body.switchResults.pop();
    }
    body.targets.pop();
    body.continueIn(after);
    body.closeScope();
  }

  private void caseBody(int node, int result) {
    if (result != NONE) {
      way(node, result);
    } else if (tree.is(node, Kind.BLOCK)) {
      statements.statementsOf(node);
    } else {
      statements.statement(node);
    }
  }

  /** Lowers the tests of one case; false where it is the default. */
  private boolean test(int node, int subject, int target) {
    List<Integer> labels = statements.children(node, Role.LABEL);
    int guard = tree.child(node, Role.GUARD);
    boolean always = labels.isEmpty();
    int matched = guard == NONE ? target : body.newBlock();
    for (int label : labels) {
      if (patterns.takesAll(label)) {
        if (!tree.symbol(label).equals("_") && subject != NONE) {
          statements.assignments().assign(label, subject, label, false);
        }
        always = true;
      } else {
        int test = labelTest(label, subject);
        int next = body.newBlock();
        body.branch(test, matched, next);
        body.continueIn(next);
      }
    }
    if (guard == NONE) {
      return !always;
    }
    int next = body.newBlock();
    body.jump(always ? matched : next);
    body.continueIn(matched);
    int holds = expressions.value(guard);
    body.branch(holds, target, next);
    body.continueIn(next);
    return true;
  }

  private int labelTest(int label, int subject) {
    if (subject == NONE) {
      return expressions.value(label);
    }
    if (patterns.isPattern(label)) {
      patterns.bind(label, subject);
      return expressions.operation(label, "unknown", subject);
    }
    if (tree.is(label, Kind.BINARY) && tree.symbol(label).equals("|")) {
      int left = labelTest(tree.child(label, Role.LEFT), subject);
      int right = labelTest(tree.child(label, Role.RIGHT), subject);
      return expressions.operation(label, "||", left, right);
    }
    int value = expressions.value(label);
    return expressions.operation(label, "==", subject, value);
  }

  // ---- loops ----

  void loop(int node, String label) {
    switch (tree.kind(node)) {
      case LABELED -> {
        int here = body.labelled(tree.symbol(node));
        body.jump(here);
        body.continueIn(here);
        int inner = tree.child(node, Role.BODY);
        if (inner == NONE) {
          return;
        }
        switch (tree.kind(inner)) {
          case WHILE, DO_WHILE, FOR, FOR_EACH -> loop(inner, tree.symbol(node));
          default -> {
            int after = body.newBlock();
            FunctionBody.Target around = body.targets.peek();
            body.targets.push(
                new FunctionBody.Target(
                    tree.symbol(node), after, around == null ? after : around.onContinue()));
            statements.statement(inner);
            body.targets.pop();
            body.jump(after);
            body.continueIn(after);
          }
        }
      }
      case BREAK -> leaveTo(node, true);
      case CONTINUE -> leaveTo(node, false);
      default -> iterate(node, label);
    }
  }

  private void leaveTo(int node, boolean breaks) {
    int value = expressions.child(node, Role.VALUE);
    if (value != NONE && !body.switchResults.isEmpty()) {
      write(node, body.switchResults.element(), value);
    }
    String label = tree.symbol(node);
    for (FunctionBody.Target target : body.targets) {
      if (label.isEmpty() || target.label().equals(label)) {
        body.jump(breaks ? target.onBreak() : target.onContinue());
        return;
      }
    }
    body.end();
  }

  private void iterate(int node, String label) {
    body.openScope();
    for (int init : statements.children(node, Role.INIT)) {
      statements.statement(init);
    }
    Kind kind = tree.kind(node);
    int iterable = kind == Kind.FOR_EACH ? expressions.child(node, Role.ITERABLE) : NONE;
    int head = body.newBlock();
    int inside = body.newBlock();
    int step = body.newBlock();
    int otherwise = body.newBlock();
    int after = body.newBlock();
    if (kind == Kind.FOR && tree.child(node, Role.INIT) != NONE) {
      firstRound(node, inside, otherwise);
    } else {
      body.jump(kind == Kind.DO_WHILE ? inside : head);
    }
    body.continueIn(head);
    int condition = expressions.child(node, Role.CONDITION);
    if (condition == NONE && kind == Kind.FOR_EACH) {
      condition = body.emit(r -> new Instruction.Literal(r, NONE, Instruction.Opaque.OTHER));
    }
    if (condition == NONE) {
      body.jump(inside);
    } else {
      body.branch(untilChanged(condition), inside, otherwise);
    }
    body.continueIn(inside);
    if (iterable != NONE) {
      element(node, iterable);
    }
    body.targets.push(new FunctionBody.Target(label, after, step));
    statements.scoped(tree.child(node, Role.BODY));
    body.targets.pop();
    body.jump(step);
    body.continueIn(step);
    for (int update : statements.children(node, Role.UPDATE)) {
      statements.statement(update);
    }
    body.jump(head);
    body.continueIn(otherwise);
    statements.scoped(tree.child(node, Role.ELSE));
    body.jump(after);
    body.continueIn(after);
    body.closeScope();
  }

  /** The test before the first round, where what a loop counts from is known. */
  private void firstRound(int node, int inside, int otherwise) {
    int condition = expressions.child(node, Role.CONDITION);
    if (condition == NONE) {
      body.jump(inside);
    } else {
      body.branch(condition, inside, otherwise);
    }
  }

  /** What a loop goes by is not known, except where it is a literal. */
  private int untilChanged(int condition) {
    return body.definition(condition) instanceof Instruction.Literal
        ? condition
        : expressions.operation(NONE, "unknown", condition);
  }

  private void element(int node, int iterable) {
    int name = tree.child(node, Role.NAME);
    if (name == NONE) {
      return;
    }
    int value = body.emit(r -> new Instruction.ReadElement(r, name, iterable));
    boolean declares = tree.is(name, Kind.VARIABLE) || !lowering.dialect.assignmentDeclares();
    if (seesKeys(node)) {
      int key = expressions.operation(NONE, "keys", iterable);
      statements.assignments().assign(name, key, name, declares);
      return;
    }
    if (seesKeysAndValues(name)) {
      int key = expressions.operation(NONE, "keys", iterable);
      int first = tree.firstChild(name);
      for (int part = first; part != NONE; part = tree.nextSibling(part)) {
        statements.assignments().assign(part, part == first ? key : value, part, true);
      }
      return;
    }
    statements.assignments().assign(name, value, name, declares);
  }

  /** A loop such as {@code for (k in object)}. */
  private boolean seesKeys(int loop) {
    return tree.symbol(loop).equals("in")
        && (lowering.dialect.language() == Language.JAVASCRIPT
            || lowering.dialect.language() == Language.TYPESCRIPT);
  }

  /** A loop such as {@code for k, v := range map} or {@code foreach ($map as $k => $v)}. */
  private boolean seesKeysAndValues(int name) {
    return tree.is(name, Kind.TUPLE)
        && (lowering.dialect.language() == Language.GO || tree.rawType(name).equals("pair"));
  }

  // ---- exceptions ----

  private void attempt(int node, int result) {
    int finallyNode = tree.child(node, Role.FINALLY);
    List<Integer> around = body.handlers();
    int after = body.newBlock();
    int normally = finallyNode == NONE ? after : body.newBlock();
    int abruptly = finallyNode == NONE ? NONE : body.newBlock();
    List<Integer> outer = new ArrayList<>();
    if (abruptly != NONE) {
      outer.add(abruptly);
      finals.push(abruptly);
    }
    outer.addAll(around);
    body.handlers(outer);
    List<Integer> catches = statements.children(node, Role.CATCH);
    List<Integer> catchBlocks = new ArrayList<>();
    for (int i = 0; i < catches.size(); i++) {
      catchBlocks.add(body.newBlock());
    }
    List<Integer> inner = new ArrayList<>(catchBlocks);
    inner.addAll(outer);
    body.handlers(inner);
    int start = body.newBlock();
    body.jump(start);
    body.continueIn(start);
    int slot = catches.isEmpty() ? NONE : body.temporary(node);
    if (slot != NONE) {
      caught.push(slot);
      write(NONE, slot, body.emit(r -> new Instruction.Literal(r, NONE, Instruction.Opaque.OTHER)));
    }
    body.openScope();
    for (int resource : statements.children(node, Role.RESOURCE)) {
      statements.statement(resource);
    }
    way(tree.child(node, Role.BODY), result);
    body.handlers(outer);
    if (slot != NONE) {
      caught.pop();
    }
    int otherwise = tree.child(node, Role.ELSE);
    if (otherwise != NONE) {
      int unharmed = body.newBlock();
      body.jump(unharmed);
      body.continueIn(unharmed);
      way(otherwise, result);
    }
    body.closeScope();
    body.jump(normally);
    for (int i = 0; i < catches.size(); i++) {
      body.continueIn(catchBlocks.get(i));
      handler(catches.get(i), slot, result);
      body.jump(normally);
    }
    body.handlers(around);
    if (finallyNode != NONE) {
      finals.remove(Objects.requireNonNull(finals.peek()));
      body.continueIn(abruptly);
      statements.scoped(finallyNode);
      if (finals.isEmpty()) {
        body.end();
      } else {
        body.jump(finals.element());
      }
      body.continueIn(normally);
      statements.scoped(finallyNode);
      body.jump(after);
    }
    body.continueIn(after);
  }

  /** Hands what is thrown to the handlers around. */
  void thrown(int value) {
    if (!caught.isEmpty()) {
      write(NONE, caught.element(), value);
    }
  }

  private void handler(int node, int slot, int result) {
    body.openScope();
    int parameter = tree.child(node, Role.PARAMETER);
    int name = parameter == NONE ? NONE : tree.child(parameter, Role.NAME);
    if (parameter != NONE && name == NONE && tree.is(parameter, Kind.IDENTIFIER)) {
      name = parameter;
    }
    if (name != NONE) {
      int target = name;
      int given = body.emit(r -> new Instruction.ReadVariable(r, target, slot));
      statements.assignments().assign(target, given, target, true);
    }
    way(tree.child(node, Role.BODY), result);
    body.closeScope();
  }
}
