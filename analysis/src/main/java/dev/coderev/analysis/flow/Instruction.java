package dev.coderev.analysis.flow;

import java.util.List;

/**
 * One step of a function in three-address form.
 *
 * <p>Every instruction writes one register of its own, numbered from 0 within its function, so the
 * register also names the instruction. Operands are registers; {@link #NONE} stands for a missing
 * one. The node is the expression or statement of the tree that the instruction computes.
 */
public sealed interface Instruction {
  /** No register, no node. */
  int NONE = -1;

  int result();

  int node();

  /**
   * A literal.
   *
   * @param constant a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link
   *     Character} or {@link Opaque}
   */
  record Literal(int result, int node, Object constant) implements Instruction {}

  /** The value of a literal that is known to be one and nothing else. */
  enum Opaque {
    NULL,
    OTHER
  }

  /** The value with which a parameter is entered. */
  record ReadParameter(int result, int node, int parameter) implements Instruction {}

  /**
   * @param slot into {@link FlowFunction#variables()}
   */
  record ReadVariable(int result, int node, int slot) implements Instruction {}

  /** An assignment; its result is the assigned value. */
  record WriteVariable(int result, int node, int target, int slot, int value)
      implements Instruction {}

  /** {@code object.name}. */
  record ReadField(int result, int node, int object, String name) implements Instruction {}

  record WriteField(int result, int node, int target, int object, String name, int value)
      implements Instruction {}

  /** {@code object[index]}; the index is {@link #NONE} where several or none are given. */
  record ReadIndex(int result, int node, int object, int index) implements Instruction {}

  /** {@code object[index] = value}; without an index the value is appended. */
  record WriteIndex(int result, int node, int target, int object, int index, int value)
      implements Instruction {}

  /** What one round of an iteration over {@code object} sees. */
  record ReadElement(int result, int node, int object) implements Instruction {}

  /**
   * An operator on values: those of the languages as written, unary ones with {@code 1} behind
   * them, and {@code cast await template slice is element interpolate delete without fill unknown}.
   *
   * @param detail the type of a cast, otherwise empty
   */
  record Operation(int result, int node, String operator, String detail, List<Integer> operands)
      implements Instruction {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /**
   * A collection made of its parts.
   *
   * @param keys registers, {@link #NONE} for an element without a key; as many as values
   * @param spread which values are themselves collections whose elements are meant
   */
  record Collect(
      int result,
      int node,
      Collection kind,
      List<Integer> keys,
      List<Integer> values,
      List<Boolean> spread)
      implements Instruction {
    public Collect {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
      spread = List.copyOf(spread);
    }
  }

  /** What a {@link Collect} makes. */
  enum Collection {
    LIST,
    SET,
    MAP,
    /** Elements in no particular order or number, as of a comprehension. */
    SOME
  }

  /**
   * A call.
   *
   * @param callee the value that is called, {@link #NONE} for a constructor
   * @param receiver the object before the dot, or {@link #NONE}
   * @param name of the function, method or class, empty where it has none
   * @param creates whether this is a {@code new}
   * @param body the class that a {@code new} with a body declares, or {@link #NONE}
   */
  record Invoke(
      int result,
      int node,
      int callee,
      int receiver,
      String name,
      List<Argument> arguments,
      boolean creates,
      int body)
      implements Instruction {
    public Invoke {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One argument of a call.
   *
   * @param name of a keyword argument, otherwise empty
   * @param spread whether the value holds several arguments
   */
  record Argument(int value, String name, boolean spread) {}

  /** A function as a value. */
  record MakeFunction(int result, int node, int function) implements Instruction {}

  /** The function ends and yields this value, {@link #NONE} for no value. */
  record Return(int result, int node, int value) implements Instruction {}

  /** A generator hands out this value and goes on. */
  record Yield(int result, int node, int value) implements Instruction {}

  record Throw(int result, int node, int value) implements Instruction {}
}
