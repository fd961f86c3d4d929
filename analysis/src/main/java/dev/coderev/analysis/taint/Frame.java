package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a running function holds: variables, registers, and what came out of it so far. */
final class Frame {
  private final FlowFunction function;
  private final List<Value> arguments;
  private final @Nullable Value[] registers;
  private final @Nullable Value[] exit;
  private final Map<Integer, Taints> reached = new TreeMap<>();
  private final Map<Integer, Taints> propagated = new HashMap<>();
  private @Nullable Value[] slots;
  private Taints control = Taints.NONE;
  private Facts facts = Facts.NONE;
  private boolean ended;
  private @Nullable Value returned;
  private boolean watching;
  private boolean changed;
  private final Naming naming = new Naming(this);
  private final Texts texts = new Texts(this);

  /** Stands for an element that is not known. */
  private static final Object UNKNOWN_KEY = new Place.Called("", List.of());

  Frame(FlowFunction function, List<Value> arguments) {
    this.function = function;
    this.arguments = arguments;
    this.registers = new Value[function.definitions().size()];
    this.slots = new Value[function.variables().size()];
    this.exit = new Value[function.variables().size()];
  }

  FlowFunction function() {
    return function;
  }

  /** The texts that the function builds. */
  Texts texts() {
    return texts;
  }

  List<Value> arguments() {
    return arguments;
  }

  void enter(@Nullable Value[] state, Taints stateControl, Facts stateFacts) {
    slots = state;
    control = stateControl;
    facts = stateFacts;
    changed = false;
  }

  @Nullable Value[] slots() {
    return slots;
  }

  Scope scope() {
    return new Scope(function.id(), slots.clone());
  }

  Taints control() {
    return control;
  }

  void control(Taints more) {
    control = control.and(more);
  }

  Facts facts() {
    return facts;
  }

  void facts(Facts newFacts) {
    facts = newFacts;
  }

  /** Nothing is certain any more of a place and of what lies below it. */
  void forget(Place changed) {
    facts = facts.without(changed);
    for (int slot = 0; slot < slots.length; slot++) {
      Value value = slots[slot];
      if (value != null && !value.implied().isNothing()) {
        slots[slot] = value.implying(value.implied().where(place -> !place.isWithin(changed)));
      }
    }
  }

  /** From now on sinks count. */
  void watch() {
    watching = true;
  }

  boolean watching() {
    return watching;
  }

  /** Whether a variable was written since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  // ---- registers and variables ----

  Value register(int register) {
    Value value = register == Instruction.NONE ? null : registers[register];
    return value == null ? Value.UNKNOWN : value;
  }

  void register(int register, Value value) {
    registers[register] = value;
  }

  Value variable(int slot) {
    Value value = slots[slot];
    return value == null ? Value.UNKNOWN : value;
  }

  void variable(int slot, Value value) {
    slots[slot] = value;
    changed = true;
  }

  /** Writes to wherever a register was read from; nothing happens where that is no place. */
  void write(int register, Value value) {
    Place changed = naming.held(register);
    if (changed != null) {
      facts = facts.unguarded(changed);
    }
    store(register, value);
    changeOthers(changed, value);
  }

  /** Writes a field or element of what a register was read from. */
  void writePart(int object, @Nullable Object key, Value whole) {
    Place changed = naming.held(object);
    if (changed != null) {
      forget(key == null ? changed.below(UNKNOWN_KEY) : changed.below(key));
    }
    store(object, whole);
    changeOthers(changed, whole);
  }

  private void store(int register, Value value) {
    if (register == Instruction.NONE) {
      return;
    }
    registers[register] = value;
    switch (function.definitions().get(register)) {
      case Instruction.ReadVariable read -> variable(read.slot(), value);
      case Instruction.WriteVariable write -> variable(write.slot(), value);
      case Instruction.ReadField read ->
          store(read.object(), register(read.object()).write(read.name(), value));
      case Instruction.ReadIndex read -> {
        Object key = read.index() == Instruction.NONE ? null : register(read.index()).constant();
        store(read.object(), register(read.object()).write(key, value));
      }
      case Instruction.Operation operation -> {
        if ((handsOn(operation.operator()) || operation.operator().equals("<<"))
            && !operation.operands().isEmpty()) {
          store(operation.operands().getFirst(), value);
        }
      }
      case Instruction.Invoke call -> {
        if (call.receiver() != Instruction.NONE && changesReceiver(call.name())) {
          store(call.receiver(), value);
        } else if (isElement(call)) {
          Object key = register(call.arguments().getFirst().value()).constant();
          Value holder = register(call.receiver());
          if (holder.isContainer() || key != null) {
            store(call.receiver(), holder.write(key, value));
          }
        }
      }
      default -> {}
    }
  }

  /** Variables may take the values that stand under their names. */
  void fill(Value named) {
    for (int slot = 0; slot < slots.length; slot++) {
      String name = function.variables().get(slot).name();
      if (name.startsWith("$") && slot != function.self()) {
        String key = name.substring(1);
        boolean unset = slots[slot] == null;
        Value given = named.read(key);
        forget(Place.of(slot));
        variable(slot, unset ? given : Value.join(slots[slot], given));
      }
    }
  }

  /** A map from names of variables to their values. */
  Value named(List<Value> names) {
    Value map = Value.emptyContainer(false);
    for (int slot = 0; slot < slots.length; slot++) {
      String name = function.variables().get(slot).name();
      String key = name.startsWith("$") ? name.substring(1) : name;
      for (Value wanted : names) {
        if (key.equals(wanted.constant())) {
          map = map.write(key, variable(slot));
        }
      }
    }
    return map;
  }

  // ---- other names of the same ----

  /** A variable or field is from now on another name of what a register holds. */
  void alias(@Nullable Place target, int origin) {
    Place held = naming.held(origin);
    if (target != null && held != null) {
      facts = facts.copied(target, held);
    }
  }

  private void changeOthers(@Nullable Place changed, Value value) {
    if (changed == null || facts.aliases().isEmpty()) {
      return;
    }
    for (Place other : facts.others(changed)) {
      boolean sure = facts.surely(changed, other);
      Value root = variable(other.slot());
      variable(other.slot(), root.writeAt(other.path(), value, sure));
      facts = facts.unguarded(other);
    }
  }

  /** Whether the operation gives the same thing that it is given. */
  static boolean handsOn(String operator) {
    return switch (operator) {
      case "cast", "await", "&1", "*1", "&mut1", "!!1", "!1!" -> true;
      default -> false;
    };
  }

  /** Whether a call gives an element that can be changed in its place. */
  static boolean isElement(Instruction.Invoke call) {
    return call.receiver() != Instruction.NONE
        && !call.arguments().isEmpty()
        && switch (call.name()) {
          case "get", "computeIfAbsent", "setdefault", "getOrDefault", "at" -> true;
          default -> false;
        };
  }

  static boolean changesReceiver(String name) {
    return switch (name) {
      case "append", "insert", "replace", "add", "push", "Append", "AppendLine", "prepend" -> true;
      default -> false;
    };
  }

  // ---- propagators ----

  Taints propagated(int propagator) {
    return propagated.getOrDefault(propagator, Taints.NONE);
  }

  void propagate(int propagator, Taints taints) {
    propagated.merge(propagator, taints, Taints::and);
  }

  // ---- what comes out ----

  void returns(Value value) {
    returned = Value.join(returned, value);
  }

  void reach(int sink, Taints taints) {
    if (watching && !taints.isEmpty()) {
      reached.merge(sink, taints, Taints::and);
    }
  }

  /**
   * The function ends with the variables as they are.
   *
   * @param normally whether it returns, which outweighs ends by exceptions
   */
  void end(boolean normally) {
    if (ended && !normally) {
      return;
    }
    if (normally && !ended) {
      ended = true;
      Arrays.fill(exit, null);
    }
    for (int slot = 0; slot < slots.length; slot++) {
      Value value = slots[slot];
      if (value != null) {
        exit[slot] = Value.join(exit[slot], value);
      }
    }
  }

  Scope exit() {
    return new Scope(function.id(), exit);
  }

  Outcome outcome() {
    return new Outcome(returned == null ? Value.UNKNOWN : returned, exit(), reached);
  }
}
