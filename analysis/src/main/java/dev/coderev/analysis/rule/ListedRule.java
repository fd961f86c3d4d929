package dev.coderev.analysis.rule;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.source.Language;
import java.util.Set;

/** A rule by what a list of rules needs to know of it; the whole may have to be read first. */
public interface ListedRule {
  String id();

  /** Whose files it applies to; see {@link Rule#languages}. */
  Set<Language> languages();

  Severity severity();

  /** The same rule at another severity. */
  ListedRule withSeverity(Severity other);

  /** All of it, read now if it was not read before. */
  Rule whole();
}
