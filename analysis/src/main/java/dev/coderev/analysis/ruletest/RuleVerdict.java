package dev.coderev.analysis.ruletest;

import java.util.List;

/**
 * How one rule did on its fixtures.
 *
 * @param ruleFile where it stands
 * @param defects what is wrong; none if it passed
 * @param marks how many lines its fixtures mark, as bad or as good
 * @param satisfied how many of those it treats as the mark says
 */
public record RuleVerdict(
    String ruleId, String ruleFile, List<Defect> defects, int marks, int satisfied) {
  public RuleVerdict {
    defects = List.copyOf(defects);
  }

  public boolean passed() {
    return defects.isEmpty();
  }

  /** Something wrong with a rule or its fixtures. */
  public sealed interface Defect {
    /** In a few words, with the place where there is one. */
    String message();
  }

  /** A line that is marked and on which the rule found nothing. */
  public record Missing(String fixture, int line) implements Defect {
    @Override
    public String message() {
      return fixture + ":" + line + ": should fire here and does not";
    }
  }

  /** A line that is not marked and on which the rule found something. */
  public record Unexpected(String fixture, int line) implements Defect {
    @Override
    public String message() {
      return fixture + ":" + line + ": fires here and should not";
    }
  }

  /** The fixes do not make of a fixture what its {@code .fixed} sibling shows. */
  public record FixDiffers(String fixture, int line) implements Defect {
    @Override
    public String message() {
      return fixture + ":" + line + ": the fixed code differs from what is expected here";
    }
  }

  /** The rule did not run to its end on a fixture. */
  public record NotRun(String fixture, String reason) implements Defect {
    @Override
    public String message() {
      return (fixture.isEmpty() ? "" : fixture + ": ") + "not run: " + reason;
    }
  }

  public record NoFixture() implements Defect {
    @Override
    public String message() {
      return "has no fixture";
    }
  }

  public record NoBadLine() implements Defect {
    @Override
    public String message() {
      return "has no fixture with a line marked 'ruleid'";
    }
  }

  public record NoGoodLine() implements Defect {
    @Override
    public String message() {
      return "has no fixture with a line marked 'ok'";
    }
  }
}
