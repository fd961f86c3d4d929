package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import java.util.List;

/**
 * One function, lambda, class initializer or the top level of a file, as a graph of blocks. Block 0
 * is where it begins.
 *
 * @param id index in {@link FileFlow#functions()}
 * @param node of the function in the tree
 * @param parent the function in which it is written, {@link Instruction#NONE} for the top level
 * @param owner the class whose method it is, or {@link Instruction#NONE}
 * @param self slot of {@code this}, or {@link Instruction#NONE}
 * @param variables all that it reads or writes, captured ones included
 * @param definitions the instruction behind each register
 * @param order blocks that can be reached, in reverse post-order
 */
public record FlowFunction(
    int id,
    int node,
    String name,
    Role role,
    int parent,
    int owner,
    int self,
    List<Parameter> parameters,
    List<Variable> variables,
    List<Block> blocks,
    List<Instruction> definitions,
    List<Integer> order) {
  public FlowFunction {
    parameters = List.copyOf(parameters);
    variables = List.copyOf(variables);
    blocks = List.copyOf(blocks);
    definitions = List.copyOf(definitions);
    order = List.copyOf(order);
  }

  /** What a function is to the file. */
  public enum Role {
    TOP_LEVEL,
    NAMED,
    ANONYMOUS,
    /** Field initializers and initializer blocks of a class. */
    CLASS_INITIALIZER
  }

  /** The slot of a captured variable in this function by its slot in the parent. */
  public int slotOfOuter(int outerSlot) {
    for (int slot = 0; slot < variables.size(); slot++) {
      if (variables.get(slot).outerSlot() == outerSlot) {
        return slot;
      }
    }
    return NONE;
  }
}
