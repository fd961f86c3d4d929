package dev.coderev.server.project;

import java.util.Collection;
import java.util.Map;

/** Someone who knows how many issues are open in a project. */
public interface OpenIssues {
  /** The numbers of open issues, by project; projects without any may be left out. */
  Map<String, Long> count(Collection<String> projectIds);
}
