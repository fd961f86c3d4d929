package dev.coderev.server.analysis;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.project.ProjectAccess.Visible;
import java.time.Instant;
import java.util.Optional;

/** What other modules may ask of analyses. */
public interface AnalysisBook {
  /** How many analyses the caller may see. */
  long count(Caller caller, Visible visible);

  /** When all of a project was last examined; empty if never. */
  Optional<Instant> lastFull(Visible visible, Optional<String> projectId);
}
