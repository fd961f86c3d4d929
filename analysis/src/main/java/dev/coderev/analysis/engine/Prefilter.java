package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells from the mere text of a file which rules can match in it. Safe to share. */
final class Prefilter {
  private final LiteralScanner scanner;
  private final List<Check> checks;

  /**
   * @param requirements one for each rule
   */
  Prefilter(List<Requirement> requirements) {
    Map<Literal, Integer> ids = new HashMap<>();
    List<Literal> literals = new ArrayList<>();
    this.checks =
        requirements.stream().map(requirement -> check(requirement, ids, literals)).toList();
    this.scanner = new LiteralScanner(literals);
  }

  /** A requirement whose literals are numbers. */
  private sealed interface Check {
    Check ALWAYS = new All(new Check[0]);

    boolean holds(BitSet found);

    record Has(int literal) implements Check {
      @Override
      public boolean holds(BitSet found) {
        return found.get(literal);
      }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record All(Check[] operands) implements Check {
      @Override
      public boolean holds(BitSet found) {
        for (Check operand : operands) {
          if (!operand.holds(found)) {
            return false;
          }
        }
        return true;
      }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Any(Check[] operands) implements Check {
      @Override
      public boolean holds(BitSet found) {
        for (Check operand : operands) {
          if (operand.holds(found)) {
            return true;
          }
        }
        return false;
      }
    }
  }

  private static Check check(
      Requirement requirement, Map<Literal, Integer> ids, List<Literal> literals) {
    return switch (requirement) {
      case Literal literal when literal.text().isEmpty() -> Check.ALWAYS;
      case Literal literal -> {
        Integer known = ids.putIfAbsent(literal, literals.size());
        if (known == null) {
          literals.add(literal);
        }
        yield new Check.Has(known == null ? literals.size() - 1 : known);
      }
      case Requirement.AllOf(List<Requirement> operands) ->
          new Check.All(checks(operands, ids, literals));
      case Requirement.AnyOf(List<Requirement> operands) ->
          new Check.Any(checks(operands, ids, literals));
    };
  }

  private static Check[] checks(
      List<Requirement> operands, Map<Literal, Integer> ids, List<Literal> literals) {
    return operands.stream().map(operand -> check(operand, ids, literals)).toArray(Check[]::new);
  }

  /** The indexes of the rules that can match in {@code text}. */
  BitSet candidates(String text) {
    BitSet found = scanner.find(text);
    BitSet candidates = new BitSet(checks.size());
    for (int rule = 0; rule < checks.size(); rule++) {
      if (checks.get(rule).holds(found)) {
        candidates.set(rule);
      }
    }
    return candidates;
  }
}
