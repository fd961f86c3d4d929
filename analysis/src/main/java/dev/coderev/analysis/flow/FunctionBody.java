package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One function while it is being lowered: its blocks, registers, variables and scopes. */
final class FunctionBody {
  final int id;
  final int node;
  final String name;
  final FlowFunction.Role role;
  final @Nullable FunctionBody parent;
  final @Nullable ClassScope owner;

  /** Names that {@code global} or {@code nonlocal} send to the functions around. */
  final Set<String> elsewhere = new HashSet<>();

  final List<Parameter> parameters = new ArrayList<>();
  final Deque<Target> targets = new ArrayDeque<>();

  /** Variables whose values a return without any gives. */
  final List<Integer> results = new ArrayList<>();

  /** Where a {@code yield} of a switch expression goes: temporary slots, the innermost first. */
  final Deque<Integer> switchResults = new ArrayDeque<>();

  private final Dialect dialect;
  private final List<Variable> variables = new ArrayList<>();
  private final List<OpenBlock> blocks = new ArrayList<>();
  private final List<Instruction> definitions = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private List<Integer> handlers = List.of();
  private int current;
  int self = NONE;

  FunctionBody(
      int id,
      int node,
      String name,
      FlowFunction.Role role,
      @Nullable FunctionBody parent,
      @Nullable ClassScope owner,
      Dialect dialect) {
    this.id = id;
    this.node = node;
    this.name = name;
    this.role = role;
    this.parent = parent;
    this.owner = owner;
    this.dialect = dialect;
    scopes.push(new Scope());
    current = newBlock();
  }

  /** Where {@code break} and {@code continue} lead. */
  record Target(String label, int onBreak, int onContinue) {}

  /** Names declared in one stretch of the source, and functions to lower once all are known. */
  static final class Scope {
    final Map<String, Integer> slots = new HashMap<>();
    final List<Runnable> deferred = new ArrayList<>();
  }

  /** The names that a class gives to the code inside it. */
  record ClassScope(int id, String name, Set<String> fields, @Nullable ClassScope outer) {}

  private static final class OpenBlock {
    final List<Instruction> instructions = new ArrayList<>();
    final List<Integer> handlers;
    Block.@Nullable Exit exit;

    OpenBlock(List<Integer> handlers) {
      this.handlers = handlers;
    }
  }

  // ---- blocks ----

  int newBlock() {
    blocks.add(new OpenBlock(handlers));
    return blocks.size() - 1;
  }

  /** Goes on in {@code block}, which takes over the handlers that hold now. */
  void continueIn(int block) {
    current = block;
  }

  List<Integer> handlers() {
    return handlers;
  }

  /** Blocks opened from now on lead to these when something is thrown. */
  void handlers(List<Integer> handlers) {
    this.handlers = handlers;
  }

  void jump(int block) {
    exit(new Block.Exit.Goto(block));
  }

  void branch(int condition, int whenTrue, int whenFalse) {
    exit(new Block.Exit.Branch(condition, whenTrue, whenFalse));
  }

  void end() {
    exit(new Block.Exit.End());
  }

  private void exit(Block.Exit exit) {
    OpenBlock block = blocks.get(current);
    if (block.exit == null) {
      block.exit = exit;
    }
  }

  /** Whether the block at hand already led elsewhere. */
  boolean left() {
    return blocks.get(current).exit != null;
  }

  int emit(IntFunction<Instruction> make) {
    Instruction instruction = make.apply(definitions.size());
    definitions.add(instruction);
    OpenBlock block = blocks.get(current);
    if (block.exit != null) {
      current = newBlock();
      block = blocks.get(current);
    }
    block.instructions.add(instruction);
    return instruction.result();
  }

  Instruction definition(int register) {
    return definitions.get(register);
  }

  /** The block at which a label stands. */
  int labelled(String label) {
    return labels.computeIfAbsent(label, _ -> newBlock());
  }

  // ---- names ----

  void openScope() {
    scopes.push(new Scope());
  }

  /** Lowers the functions that waited for the names of this scope, and ends it. */
  void closeScope() {
    Scope scope = scopes.element();
    for (int i = 0; i < scope.deferred.size(); i++) {
      scope.deferred.get(i).run();
    }
    scopes.pop();
  }

  void defer(Runnable lowering) {
    scopes.element().deferred.add(lowering);
  }

  int declare(String name, int declaration, String type) {
    Integer known = scopes.element().slots.get(name);
    if (known != null && variables.get(known).type().equals(type)) {
      return known;
    }
    int slot = add(new Variable(name, declaration, type, NONE, false));
    scopes.element().slots.put(name, slot);
    return slot;
  }

  /** As {@link #declare}, but for the whole function. */
  int declareOutermost(String name, int declaration, String type) {
    Integer known = scopes.getLast().slots.get(name);
    if (known != null) {
      return known;
    }
    int slot = add(new Variable(name, declaration, type, NONE, false));
    scopes.getLast().slots.put(name, slot);
    return slot;
  }

  int temporary(int node) {
    return add(new Variable("", node, "", NONE, true));
  }

  private int add(Variable variable) {
    variables.add(variable);
    return variables.size() - 1;
  }

  /** The slot of a name visible here and declared in this function or around it, or NONE. */
  int find(String name) {
    for (Scope scope : scopes) {
      Integer slot = scope.slots.get(name);
      if (slot != null) {
        return slot;
      }
    }
    if (parent == null || hidesOuter(name)) {
      return NONE;
    }
    int outer = parent.find(name);
    return outer == NONE ? NONE : capture(name, outer);
  }

  private boolean hidesOuter(String name) {
    return role == FlowFunction.Role.NAMED
        && !dialect.functionsClose()
        && !elsewhere.contains(name)
        && !isFunctionOrClass(name);
  }

  private boolean isFunctionOrClass(String name) {
    FunctionBody at = this;
    while (at.parent != null) {
      at = at.parent;
    }
    return at.functionNames.contains(name);
  }

  /** Names of functions and classes that this body declares. */
  final Set<String> functionNames = new HashSet<>();

  private int capture(String name, int outer) {
    Variable above = java.util.Objects.requireNonNull(parent).variables.get(outer);
    int slot = add(new Variable(name, above.declaration(), above.type(), outer, false));
    scopes.getLast().slots.put(name, slot);
    return slot;
  }

  /** The slot of a name, which becomes one of the file's if nothing declares it. */
  int resolve(String name) {
    int found = find(name);
    if (found != NONE) {
      return found;
    }
    if (parent == null || hidesOuter(name)) {
      return declareOutermost(name, NONE, "");
    }
    return capture(name, parent.resolve(name));
  }

  /** The slot that an assignment to a bare name writes. */
  int assigned(String name, int declaration) {
    if (!dialect.assignmentDeclares()) {
      return resolve(name);
    }
    for (Scope scope : scopes) {
      Integer slot = scope.slots.get(name);
      if (slot != null && (!variables.get(slot).captured() || writesOuter(name))) {
        return slot;
      }
    }
    if (writesOuter(name)) {
      int found = find(name);
      if (found != NONE) {
        return found;
      }
    }
    return declareOutermost(name, declaration, "");
  }

  /** From now on both names stand for one variable. */
  void sameVariable(String name, String other) {
    scopes.getLast().slots.put(name, resolve(other));
  }

  private boolean writesOuter(String name) {
    return elsewhere.contains(name)
        || (role == FlowFunction.Role.ANONYMOUS
            && dialect.language() == dev.coderev.analysis.source.Language.RUBY);
  }

  Variable variable(int slot) {
    return variables.get(slot);
  }

  // ---- the result ----

  FlowFunction build() {
    List<Block> done = new ArrayList<>(blocks.size());
    for (OpenBlock block : blocks) {
      Block.Exit exit = block.exit == null ? new Block.Exit.End() : block.exit;
      done.add(new Block(block.instructions, exit, block.handlers));
    }
    int ownerId = owner == null ? NONE : owner.id();
    int parentId = parent == null ? NONE : parent.id;
    return new FlowFunction(
        id,
        node,
        name,
        role,
        parentId,
        ownerId,
        self,
        parameters,
        variables,
        done,
        definitions,
        reversePostOrder(done));
  }

  private static List<Integer> reversePostOrder(List<Block> blocks) {
    List<Integer> postOrder = new ArrayList<>();
    BitSet seen = new BitSet();
    Deque<int[]> stack = new ArrayDeque<>();
    seen.set(0);
    stack.push(new int[] {0, 0});
    while (!stack.isEmpty()) {
      int[] top = stack.element();
      List<Integer> next = successors(blocks.get(top[0]));
      if (top[1] < next.size()) {
        int successor = next.get(top[1]++);
        if (!seen.get(successor)) {
          seen.set(successor);
          stack.push(new int[] {successor, 0});
        }
      } else {
        postOrder.add(top[0]);
        stack.pop();
      }
    }
    Collections.reverse(postOrder);
    return postOrder;
  }

  /** Last what should come first in reverse post-order. */
  private static List<Integer> successors(Block block) {
    List<Integer> all = new ArrayList<>(block.handlers());
    switch (block.exit()) {
      case Block.Exit.Goto(int next) -> all.add(next);
      case Block.Exit.Branch(int _, int whenTrue, int whenFalse) -> {
        all.add(whenFalse);
        all.add(whenTrue);
      }
      case Block.Exit.End() -> {}
    }
    return all;
  }
}
