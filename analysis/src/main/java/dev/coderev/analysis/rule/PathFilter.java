package dev.coderev.analysis.rule;

import java.util.List;

/** The {@code paths} of a rule: glob patterns on the reported path; empty include means all. */
public record PathFilter(List<String> include, List<String> exclude) {
  public static final PathFilter ALL = new PathFilter(List.of(), List.of());

  public PathFilter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
