package dev.coderev.analysis.flow;

/** Number literals, as the tree writes them, as constants. */
final class Numbers {
  private Numbers() {}

  static Object constant(String symbol) {
    try {
      if (symbol.startsWith("0x")) {
        return Long.parseUnsignedLong(symbol.substring(2), 16);
      }
      if (symbol.startsWith("0b")) {
        return Long.parseUnsignedLong(symbol.substring(2), 2);
      }
      if (symbol.startsWith("0o")) {
        return Long.parseUnsignedLong(symbol.substring(2), 8);
      }
      if (!symbol.isEmpty() && symbol.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Long.parseLong(symbol);
      }
      return Double.parseDouble(symbol);
    } catch (NumberFormatException _) {
      return Instruction.Opaque.OTHER;
    }
  }
}
