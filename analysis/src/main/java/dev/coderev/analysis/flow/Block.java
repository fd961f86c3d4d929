package dev.coderev.analysis.flow;

import java.util.List;

/**
 * Instructions that run one after the other, and where control goes then.
 *
 * @param handlers blocks that control may enter from anywhere within this one, by an exception
 */
public record Block(List<Instruction> instructions, Exit exit, List<Integer> handlers) {
  public Block {
    instructions = List.copyOf(instructions);
    handlers = List.copyOf(handlers);
  }

  /** How a block is left. */
  public sealed interface Exit {
    record Goto(int block) implements Exit {}

    /** Two ways, by the truth of a register. */
    record Branch(int condition, int whenTrue, int whenFalse) implements Exit {}

    /** The function is over. */
    record End() implements Exit {}
  }
}
