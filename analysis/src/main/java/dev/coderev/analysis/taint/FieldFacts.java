package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the functions of one file write, hold and call, whatever rule asks. Confined to one thread.
 */
final class FieldFacts {
  private final FileFlow flow;
  private final Map<Integer, Set<String>> writtenFields = new HashMap<>();
  private final Map<Integer, BitSet> writtenInside;
  private final Set<String> changedFields;
  private final BitSet holders = new BitSet();
  private final Map<Integer, List<FlowFunction>> named = new HashMap<>();
  private final Map<Integer, BitSet> rewritten = new HashMap<>();
  private final BitSet callers = new BitSet();

  /** The fields that each function writes. */
  private final List<Set<String>> writes;

  FieldFacts(FileFlow flow) {
    this.flow = flow;
    this.writes = flow.functions().stream().map(FieldFacts::writes).toList();
    this.writtenInside = writtenInside(flow);
    for (FlowFunction function : flow.functions()) {
      if (function.role() == FlowFunction.Role.ANONYMOUS) {
        holders.set(function.parent());
      }
      if (function.role() == FlowFunction.Role.NAMED) {
        named.computeIfAbsent(function.parent(), _ -> new ArrayList<>()).add(function);
      }
      if (function.definitions().stream().anyMatch(Instruction.Invoke.class::isInstance)) {
        callers.set(function.id());
      }
    }
    this.changedFields = changedFields(flow);
  }

  /** Slots of a function that functions inside it write. */
  BitSet writtenInside(FlowFunction function) {
    return writtenInside.getOrDefault(function.id(), new BitSet());
  }

  /** Whether functions are written in a function, so that it may keep them in fields. */
  boolean holdFunctions(FlowFunction function) {
    return holders.get(function.id());
  }

  /** The functions with names that are written in a function. */
  List<FlowFunction> namedInside(FlowFunction function) {
    return named.getOrDefault(function.id(), List.of());
  }

  /** Slots that a function writes more than once. */
  BitSet rewritten(FlowFunction function) {
    return rewritten.computeIfAbsent(function.id(), _ -> findRewritten(function));
  }

  private static BitSet findRewritten(FlowFunction function) {
    BitSet once = new BitSet();
    BitSet more = new BitSet();
    for (Instruction instruction : function.definitions()) {
      if (instruction instanceof Instruction.WriteVariable write) {
        (once.get(write.slot()) ? more : once).set(write.slot());
      }
    }
    return more;
  }

  /** Whether a function calls anything. */
  boolean calls(FlowFunction function) {
    return callers.get(function.id());
  }

  /** Fields whose elements some method changes. */
  Set<String> changedFields() {
    return changedFields;
  }

  /** Fields that something other than the initializer and the constructors of a class writes. */
  Set<String> writtenFields(FlowClass type) {
    return writtenFields.computeIfAbsent(
        type.id(),
        _ -> {
          Set<String> written = new HashSet<>();
          for (FlowFunction function : flow.functions()) {
            boolean makes =
                function.id() == type.initializer()
                    || (function.owner() == type.id() && ClassObjects.constructs(function, type));
            if (!makes) {
              written.addAll(writes.get(function.id()));
            }
          }
          return written;
        });
  }

  private static Set<String> writes(FlowFunction function) {
    Set<String> fields = new HashSet<>();
    for (Instruction instruction : function.definitions()) {
      if (instruction instanceof Instruction.WriteField write) {
        fields.add(write.name());
      }
    }
    return fields.isEmpty() ? Set.of() : fields;
  }

  private static Map<Integer, BitSet> writtenInside(FileFlow flow) {
    Map<Integer, BitSet> written = new HashMap<>();
    for (FlowFunction function : flow.functions()) {
      for (Instruction instruction : function.definitions()) {
        if (instruction instanceof Instruction.WriteVariable write) {
          FlowFunction at = function;
          int slot = write.slot();
          while (at.variables().get(slot).captured()) {
            slot = at.variables().get(slot).outerSlot();
            at = flow.functions().get(at.parent());
            written.computeIfAbsent(at.id(), _ -> new BitSet()).set(slot);
          }
        }
      }
    }
    return written;
  }

  private static Set<String> changedFields(FileFlow flow) {
    Set<String> changed = new HashSet<>();
    for (FlowFunction function : flow.functions()) {
      if (function.role() == FlowFunction.Role.CLASS_INITIALIZER) {
        continue;
      }
      for (Instruction instruction : function.definitions()) {
        int object =
            switch (instruction) {
              case Instruction.Invoke call when Containers.changes(call.name()) -> call.receiver();
              case Instruction.WriteIndex write -> write.object();
              case Instruction.WriteField write -> write.object();
              default -> Instruction.NONE;
            };
        if (object != Instruction.NONE
            && function.definitions().get(object) instanceof Instruction.ReadField field) {
          changed.add(field.name());
        }
      }
    }
    return changed;
  }
}
