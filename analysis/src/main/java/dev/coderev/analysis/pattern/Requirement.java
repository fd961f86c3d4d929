package dev.coderev.analysis.pattern;

import java.util.List;
import java.util.function.Predicate;

/**
 * A cheap necessary condition: where it fails for the text of a file, the formula it was made of
 * has no match there.
 */
public sealed interface Requirement {
  /** Nothing is known; every file has to be tried. */
  static Requirement none() {
    return new AllOf(List.of());
  }

  /**
   * The text occurs in the file.
   *
   * @param word whether it occurs as a whole identifier
   * @param ignoreCase whether ASCII letters count as the same in either case
   */
  record Literal(String text, boolean word, boolean ignoreCase) implements Requirement {
    /** With letter case. */
    public Literal(String text, boolean word) {
      this(text, word, false);
    }
  }

  record AllOf(List<Requirement> operands) implements Requirement {
    public AllOf {
      operands = List.copyOf(operands);
    }
  }

  /** At least one holds; without operands it never holds. */
  record AnyOf(List<Requirement> operands) implements Requirement {
    public AnyOf {
      operands = List.copyOf(operands);
    }
  }

  /** Whether it holds in a file of which {@code occurs} tells what its text contains. */
  default boolean holds(Predicate<Literal> occurs) {
    return switch (this) {
      case Literal literal -> occurs.test(literal);
      case AllOf(List<Requirement> operands) -> {
        for (Requirement operand : operands) {
          if (!operand.holds(occurs)) {
            yield false;
          }
        }
        yield true;
      }
      case AnyOf(List<Requirement> operands) -> {
        for (Requirement operand : operands) {
          if (operand.holds(occurs)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /** Whether every file satisfies it. */
  default boolean isTrivial() {
    return switch (this) {
      case Literal _ -> false;
      case AllOf(List<Requirement> operands) -> operands.stream().allMatch(Requirement::isTrivial);
      case AnyOf(List<Requirement> operands) -> operands.stream().anyMatch(Requirement::isTrivial);
    };
  }
}
