package dev.coderev.analysis.resolve;

import java.util.Optional;

/** A value that an expression is known to have. */
public sealed interface Constant {
  record Text(String value) implements Constant {}

  /** Some text, though not known which. */
  record SomeText() implements Constant {}

  record Whole(long value) implements Constant {}

  record Real(double value) implements Constant {}

  record Truth(boolean value) implements Constant {}

  /** The value as it would be concatenated to a text. */
  default String show() {
    return switch (this) {
      case Text(String value) -> value;
      case SomeText() -> "";
      case Whole(long value) -> Long.toString(value);
      case Real(double value) -> Double.toString(value);
      case Truth(boolean value) -> Boolean.toString(value);
    };
  }

  /** The value of a number as {@code Kind.NUMBER} writes it. */
  static Optional<Constant> ofNumber(String symbol) {
    try {
      if (symbol.startsWith("0x")) {
        return Optional.of(new Constant.Whole(Long.parseUnsignedLong(symbol.substring(2), 16)));
      }
      if (symbol.startsWith("0b")) {
        return Optional.of(new Constant.Whole(Long.parseUnsignedLong(symbol.substring(2), 2)));
      }
      if (symbol.startsWith("0o")) {
        return Optional.of(new Constant.Whole(Long.parseUnsignedLong(symbol.substring(2), 8)));
      }
      if (symbol.length() > 1
          && symbol.chars().allMatch(c -> c >= '0' && c <= '7')
          && symbol.startsWith("0")) {
        return Optional.of(new Constant.Whole(Long.parseUnsignedLong(symbol.substring(1), 8)));
      }
      if (symbol.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.of(new Constant.Whole(Long.parseLong(symbol)));
      }
      return Optional.of(new Constant.Real(Double.parseDouble(symbol)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
