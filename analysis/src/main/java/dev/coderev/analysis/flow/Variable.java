package dev.coderev.analysis.flow;

/**
 * A variable as one function sees it.
 *
 * @param declaration the node that declares it, or {@link Instruction#NONE}
 * @param type the declared type as written, empty where none is
 * @param outerSlot where it is captured: its slot in the enclosing function; otherwise {@link
 *     Instruction#NONE}
 * @param temporary whether the lowering made it up
 */
public record Variable(
    String name, int declaration, String type, int outerSlot, boolean temporary) {
  public boolean captured() {
    return outerSlot != Instruction.NONE;
  }
}
