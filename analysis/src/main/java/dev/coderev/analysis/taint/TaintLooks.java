package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.DeadlineExceeded;
import dev.coderev.analysis.source.Language;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One rule looking at functions of a project, one file after the other. What a look finds out about
 * functions serves the next. Confined to one thread.
 */
public final class TaintLooks {
  private final CompiledTaint rule;
  private final Surroundings around;
  private final Function<Language, Optional<CompiledTaint>> rules;
  private final CallWays ways;
  private final double share;

  /** What first looks found out so far. */
  private @Nullable Session glance;

  /**
   * @param rules this rule for each language of the project
   * @param ways which functions may matter to the rule
   * @param share of the ordinary cost that looking at single functions may take, 0 to 1
   */
  public TaintLooks(
      CompiledTaint rule,
      Surroundings around,
      Function<Language, Optional<CompiledTaint>> rules,
      CallWays ways,
      double share) {
    this.rule = rule;
    this.around = around;
    this.rules = rules;
    this.ways = ways;
    this.share = share;
  }

  /**
   * Every sink, in whatever file, that taint reaches when functions of a file are entered.
   *
   * @param file its number in the project
   * @param entries the nodes of the functions; all where the node 0 is one
   * @throws DeadlineExceeded if time runs out
   */
  public TaintResult at(int file, Set<Integer> entries, Deadline deadline) {
    Session first = glance == null ? session(true) : glance;
    glance = null;
    first.begin(deadline);
    Analysis analysis = first.load(file);
    if (analysis == null) {
      glance = first;
      return TaintResult.NOTHING;
    }
    if (tellsTypes(analysis.flow.tree().file().language())) {
      TaintResult found = new TaintResult(analysis.run(entries), first.omissions());
      glance = first.servesOthers() ? first : null;
      if (found.matches().isEmpty()) {
        return found;
      }
    }
    Session session = session(false);
    session.begin(deadline);
    Analysis again = session.load(file);
    return again == null
        ? TaintResult.NOTHING
        : new TaintResult(again.run(entries), session.omissions());
  }

  private Session session(boolean first) {
    return new Session(rule.options(), rules, around, ways, first, share);
  }

  /**
   * Whether the declarations of a language say of what class an object is, as far as it matters.
   */
  private static boolean tellsTypes(Language language) {
    return switch (language) {
      case JAVA, CSHARP, KOTLIN -> true;
      default -> false;
    };
  }
}
