package dev.coderev.analysis.flow;

/**
 * A parameter of a function.
 *
 * @param slot of its variable; {@link Instruction#NONE} for one that is taken apart at entry
 * @param symbol {@code * ** ... &} or empty
 */
public record Parameter(String name, int node, int slot, String symbol) {
  /** Whether it takes all arguments that are left. */
  public boolean takesRest() {
    return symbol.equals("*") || symbol.equals("...") || symbol.equals("**");
  }
}
