package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What tells from the mere text of a file which rules can match in it. Safe to share. */
final class Prefilter {
  private final Map<Literal, Integer> ids = new HashMap<>();
  private final LiteralScanner scanner;
  private final List<Requirement> requirements;

  /**
   * @param requirements one for each rule
   */
  Prefilter(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
    List<Literal> literals = new ArrayList<>();
    for (Requirement requirement : requirements) {
      collect(requirement, literals);
    }
    this.scanner = new LiteralScanner(literals);
  }

  private void collect(Requirement requirement, List<Literal> literals) {
    switch (requirement) {
      case Literal literal -> {
        if (!literal.text().isEmpty() && ids.putIfAbsent(literal, literals.size()) == null) {
          literals.add(literal);
        }
      }
      case Requirement.AllOf(List<Requirement> operands) ->
          operands.forEach(operand -> collect(operand, literals));
      case Requirement.AnyOf(List<Requirement> operands) ->
          operands.forEach(operand -> collect(operand, literals));
    }
  }

  /** The indexes of the rules that can match in {@code text}. */
  BitSet candidates(String text) {
    BitSet found = scanner.find(text);
    Predicate<Literal> occurs =
        literal -> {
          Integer id = ids.get(literal);
          return id == null || found.get(id);
        };
    BitSet candidates = new BitSet(requirements.size());
    for (int rule = 0; rule < requirements.size(); rule++) {
      if (requirements.get(rule).holds(occurs)) {
        candidates.set(rule);
      }
    }
    return candidates;
  }
}
