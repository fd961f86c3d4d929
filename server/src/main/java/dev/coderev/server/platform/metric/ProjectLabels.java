package dev.coderev.server.platform.metric;

import dev.coderev.server.platform.settings.ServerSettings;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The projects that the metrics tell apart: the first ones seen, the others are one. */
@Component
public class ProjectLabels {
  private final boolean apart;
  private final int most;
  private final Metrics metrics;
  private final Set<String> known = new HashSet<>();

  ProjectLabels(ServerSettings settings, Metrics metrics) {
    this.apart = settings.metrics().projectsApart();
    this.most = settings.metrics().mostProjects();
    this.metrics = metrics;
  }

  String of(Optional<String> projectId) {
    if (!apart) {
      return "all";
    }
    if (projectId.isEmpty()) {
      return "unknown";
    }
    synchronized (known) {
      boolean kept = known.contains(projectId.get());
      return kept || (known.size() < most && known.add(projectId.get()))
          ? projectId.get()
          : "other";
    }
  }

  /** The project is gone: so are its series, and its place is free. */
  public void forget(String projectId) {
    synchronized (known) {
      if (known.remove(projectId)) {
        metrics.forget("project_id", projectId);
      }
    }
  }
}
