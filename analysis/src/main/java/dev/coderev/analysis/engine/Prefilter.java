package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells from the mere text of a file which rules can match in it. Safe to share.
 *
 * <p>Rules have many requirements in common, so each is told once for a file.
 */
final class Prefilter {
  private final LiteralScanner scanner;

  /** By requirement: what it asks. */
  private final Ask[] asks;

  /** By requirement: the number of its literal, or the numbers of its parts, which are smaller. */
  private final int[][] operands;

  /** By rule: the number of its requirement. */
  private final int[] ofRule;

  private enum Ask {
    LITERAL,
    ALL,
    ANY
  }

  /**
   * @param requirements one for each rule
   */
  Prefilter(List<Requirement> requirements) {
    Numbering numbering = new Numbering();
    this.ofRule = requirements.stream().mapToInt(numbering::number).toArray();
    this.asks = numbering.asks.toArray(Ask[]::new);
    this.operands = numbering.operands.toArray(int[][]::new);
    this.scanner = new LiteralScanner(numbering.literals);
  }

  /** Gives numbers to requirements and to their literals. */
  private static final class Numbering {
    final List<Ask> asks = new ArrayList<>();
    final List<int[]> operands = new ArrayList<>();
    final List<Literal> literals = new ArrayList<>();
    private final Map<Literal, Integer> ofLiteral = new HashMap<>();

    /** Rules that share a part share the object, so there is no need to compare what is in it. */
    private final IdentityHashMap<Requirement, Integer> ofPart = new IdentityHashMap<>();

    int number(Requirement requirement) {
      Integer known =
          requirement instanceof Literal ? ofLiteral.get(requirement) : ofPart.get(requirement);
      return known == null ? add(requirement) : known;
    }

    private int add(Requirement requirement) {
      return switch (requirement) {
        case Literal literal when literal.text().isEmpty() -> number(literal, Ask.ALL, new int[0]);
        case Literal literal -> {
          literals.add(literal);
          yield number(literal, Ask.LITERAL, new int[] {literals.size() - 1});
        }
        case Requirement.AllOf(List<Requirement> parts) ->
            number(requirement, Ask.ALL, numbers(parts));
        case Requirement.AnyOf(List<Requirement> parts) ->
            number(requirement, Ask.ANY, numbers(parts));
      };
    }

    private int number(Requirement requirement, Ask ask, int[] of) {
      int number = asks.size();
      asks.add(ask);
      operands.add(of);
      if (requirement instanceof Literal literal) {
        ofLiteral.put(literal, number);
      } else {
        ofPart.put(requirement, number);
      }
      return number;
    }

    private int[] numbers(List<Requirement> parts) {
      return parts.stream().mapToInt(this::number).toArray();
    }
  }

  /** The indexes of the rules that can match in {@code text}. */
  BitSet candidates(String text) {
    Answers answers = new Answers(scanner.find(text));
    BitSet candidates = new BitSet(ofRule.length);
    for (int rule = 0; rule < ofRule.length; rule++) {
      if (answers.holds(ofRule[rule])) {
        candidates.set(rule);
      }
    }
    return candidates;
  }

  /** Which requirements hold in one text, found out when they are asked for. */
  private final class Answers {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final BitSet found;
    private final byte[] known = new byte[asks.length];

    Answers(BitSet found) {
      this.found = found;
    }

    boolean holds(int number) {
      if (known[number] == 0) {
        known[number] = find(number) ? YES : NO;
      }
      return known[number] == YES;
    }

    private boolean find(int number) {
      int[] of = operands[number];
      return switch (asks[number]) {
        case LITERAL -> found.get(of[0]);
        case ALL -> all(of);
        case ANY -> any(of);
      };
    }

    private boolean all(int[] of) {
      for (int part : of) {
        if (!holds(part)) {
          return false;
        }
      }
      return true;
    }

    private boolean any(int[] of) {
      for (int part : of) {
        if (holds(part)) {
          return true;
        }
      }
      return false;
    }
  }
}
