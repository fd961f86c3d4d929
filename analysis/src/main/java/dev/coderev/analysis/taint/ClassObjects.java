package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects of the classes of a file, as far as field initializers tell. */
final class ClassObjects {
  private final Analysis analysis;

  ClassObjects(Analysis analysis) {
    this.analysis = analysis;
  }

  /** An object before its constructor runs. */
  Value fresh(FlowClass type, Scope around) {
    Value self = Value.UNKNOWN.withType(type.name());
    if (type.initializer() == Instruction.NONE || !analysis.makingMatters(type)) {
      return self;
    }
    FlowFunction initializer = analysis.flow.functions().get(type.initializer());
    @Nullable Value[] captured = analysis.captured(initializer, around);
    Outcome outcome = analysis.call(Inputs.of(initializer.id(), List.of(), self, captured));
    return outcome == null || initializer.self() == Instruction.NONE
        ? self
        : outcome.exit().get(initializer.self()).elsewhere();
  }

  /** An object as its methods find it: only what no method ever writes is certain. */
  Value atRest(FlowClass type) {
    Value made = constructed(type, fresh(type, analysis.module));
    Set<String> written = analysis.fields.writtenFields(type);
    Set<String> changed = analysis.fields.changedFields();
    Value rest = Value.UNKNOWN.withType(type.name());
    for (Map.Entry<Object, Value> field : made.cells().entrySet()) {
      Value value = field.getValue();
      boolean certain = field.getKey() instanceof String name && !written.contains(name);
      boolean whole = certain && field.getKey() instanceof String name && !changed.contains(name);
      Value kept =
          whole ? value : certain ? value.atRest() : Value.of(value.deep()).withType(value.type());
      rest = rest.write(field.getKey(), kept);
    }
    return rest;
  }

  /** The object after any of its constructors, whatever they are given. */
  private Value constructed(FlowClass type, Value fresh) {
    Value made = null;
    for (int method : type.methods()) {
      FlowFunction function = analysis.flow.functions().get(method);
      if (constructs(function, type) && function.self() != Instruction.NONE) {
        List<Value> given = function.parameters().stream().map(_ -> Value.UNKNOWN).toList();
        @Nullable Value[] captured = analysis.captured(function, analysis.module);
        Outcome outcome = analysis.call(Inputs.of(function.id(), given, fresh, captured));
        if (outcome != null) {
          made = Value.join(made, outcome.exit().get(function.self()).elsewhere());
        }
      }
    }
    return made == null ? fresh : made;
  }

  /** Whether a method of a class is one of its constructors. */
  static boolean constructs(FlowFunction function, FlowClass type) {
    return switch (function.name()) {
      case "__init__", "__construct", "initialize", "constructor", "init" -> true;
      default -> !type.name().isEmpty() && function.name().equals(type.name());
    };
  }
}
