package dev.coderev.review.install;

import dev.coderev.analysis.engine.RulePack;
import dev.coderev.analysis.rule.RuleResources;
import java.util.Optional;

/** The rules that ship with CodeRev: as they were written and, where prepared, as a pack. */
public final class BuiltInRules {
  private static final String FOLDER = "dev/coderev/rules";

  private BuiltInRules() {}

  /** The rule files. */
  public static RuleResources source() {
    return new RuleResources(BuiltInRules.class.getClassLoader(), FOLDER);
  }

  /** The same rules, read and parsed, if the build prepared them from just these files. */
  public static Optional<RulePack> pack() {
    return Installation.running().flatMap(Installation::builtInRules);
  }
}
