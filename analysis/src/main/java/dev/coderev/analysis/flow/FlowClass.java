package dev.coderev.analysis.flow;

import java.util.List;

/**
 * A class of the file, as far as calls and fields need it.
 *
 * @param id index in {@link FileFlow#classes()}
 * @param name empty for an anonymous class
 * @param outer the class in which it is written, or {@link Instruction#NONE}
 * @param supertypes simple names of what it extends and implements
 * @param methods functions, constructors among them
 * @param initializer function with its field initializers, or {@link Instruction#NONE}
 */
public record FlowClass(
    int id,
    int node,
    String name,
    int outer,
    List<String> supertypes,
    List<Integer> methods,
    int initializer) {
  public FlowClass {
    supertypes = List.copyOf(supertypes);
    methods = List.copyOf(methods);
  }
}
