package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement;
import dev.coderev.analysis.rule.PathFilter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule among those for a language: known by what it requires, made ready when a file has it. */
final class RuleEntry {
  private final String id;
  private final boolean taint;
  private final Requirements requirements;
  private final PathFilter paths;
  private final Supplier<CompiledRule> compile;
  private volatile @Nullable PathGlobs globs;
  private volatile @Nullable CompiledRule compiled;

  /**
   * What the text of a file must contain for a rule.
   *
   * @param whole to find anything in the file on its own
   * @param source for taint to begin in it; never holds for other rules
   * @param sink for taint to end in it; never holds for other rules
   */
  record Requirements(Requirement whole, Requirement source, Requirement sink) {
    static Requirements of(CompiledRule rule) {
      return new Requirements(rule.requirement(), rule.sourceRequirement(), rule.sinkRequirement());
    }
  }

  /**
   * @param compile may be called by several threads, of whose results any will do
   */
  RuleEntry(
      String id,
      boolean taint,
      Requirements requirements,
      PathFilter paths,
      Supplier<CompiledRule> compile) {
    this.id = id;
    this.taint = taint;
    this.requirements = requirements;
    this.paths = paths;
    this.compile = compile;
  }

  static RuleEntry of(CompiledRule compiled) {
    return new RuleEntry(
        compiled.rule().id(),
        compiled.isTaint(),
        Requirements.of(compiled),
        compiled.rule().paths(),
        () -> compiled);
  }

  String id() {
    return id;
  }

  boolean isTaint() {
    return taint;
  }

  Requirements requirements() {
    return requirements;
  }

  /** Whether the rule is for the file at this path. */
  boolean accepts(String path) {
    if (paths.include().isEmpty() && paths.exclude().isEmpty()) {
      return true;
    }
    PathGlobs known = globs;
    if (known == null) {
      known = new PathGlobs(paths);
      globs = known;
    }
    return known.accepts(path);
  }

  /** The rule ready for files. */
  CompiledRule compiled() {
    CompiledRule known = compiled;
    if (known == null) {
      known = compile.get();
      compiled = known;
    }
    return known;
  }
}
