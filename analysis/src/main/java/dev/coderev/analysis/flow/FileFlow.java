package dev.coderev.analysis.flow;

import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All functions and classes of one file. Confined to one thread. */
public final class FileFlow {
  private final SyntaxTree tree;
  private final List<FlowFunction> functions;
  private final List<FlowClass> classes;
  private final Map<String, FlowClass> byName = new HashMap<>();
  private final Map<Asked, List<FlowFunction>> answers = new HashMap<>();

  /** A question for methods. */
  private record Asked(int type, String name, int arguments) {}

  FileFlow(SyntaxTree tree, List<FlowFunction> functions, List<FlowClass> classes) {
    this.tree = tree;
    this.functions = List.copyOf(functions);
    this.classes = List.copyOf(classes);
    this.classes.forEach(type -> byName.putIfAbsent(type.name(), type));
    byName.remove("");
  }

  /** Lowers a whole file. */
  public static FileFlow of(SyntaxTree tree) {
    return new Lowering(tree).file();
  }

  public SyntaxTree tree() {
    return tree;
  }

  /** All functions, the top level first. */
  public List<FlowFunction> functions() {
    return functions;
  }

  public List<FlowClass> classes() {
    return classes;
  }

  public FlowFunction topLevel() {
    return functions.getFirst();
  }

  /** The class of this simple name, the first where there are several. */
  public @Nullable FlowClass classNamed(String name) {
    return byName.get(name);
  }

  /**
   * The functions that a call of {@code name} on an object of {@code type} may reach: its own
   * method, else an inherited one, else those of classes below it.
   */
  public List<FlowFunction> methods(FlowClass type, String name, int arguments) {
    return answers.computeIfAbsent(
        new Asked(type.id(), name, arguments), _ -> findMethods(type, name, arguments));
  }

  private List<FlowFunction> findMethods(FlowClass type, String name, int arguments) {
    for (FlowClass at : upwards(type)) {
      List<FlowFunction> found = declared(at, name, arguments);
      if (!found.isEmpty()) {
        return found;
      }
    }
    List<FlowFunction> below = new ArrayList<>();
    for (FlowClass candidate : classes) {
      if (candidate.id() != type.id() && upwards(candidate).contains(type)) {
        below.addAll(declared(candidate, name, arguments));
      }
    }
    return below;
  }

  /** The class and the classes of this file that it extends, nearest first. */
  public List<FlowClass> upwards(FlowClass type) {
    Map<Integer, FlowClass> seen = new HashMap<>();
    List<FlowClass> result = new ArrayList<>();
    result.add(type);
    seen.put(type.id(), type);
    for (FlowClass same : classes) {
      if (same.id() != type.id() && !type.name().isEmpty() && same.name().equals(type.name())) {
        result.add(same);
        seen.put(same.id(), same);
      }
    }
    for (int i = 0; i < result.size(); i++) {
      for (String name : result.get(i).supertypes()) {
        FlowClass above = classNamed(name);
        if (above != null && seen.putIfAbsent(above.id(), above) == null) {
          result.add(above);
        }
      }
    }
    return result;
  }

  private List<FlowFunction> declared(FlowClass type, String name, int arguments) {
    List<FlowFunction> named = new ArrayList<>();
    List<FlowFunction> fitting = new ArrayList<>();
    for (int method : type.methods()) {
      FlowFunction function = functions.get(method);
      if (function.name().equals(name) && !function.order().isEmpty()) {
        named.add(function);
        if (function.parameters().size() == arguments) {
          fitting.add(function);
        }
      }
    }
    if (fitting.isEmpty()) {
      named.removeIf(function -> !accepts(function, arguments));
      return named;
    }
    return fitting;
  }

  private static boolean accepts(FlowFunction function, int arguments) {
    return arguments <= function.parameters().size()
        || function.parameters().stream().anyMatch(Parameter::takesRest);
  }
}
