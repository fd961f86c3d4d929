package dev.coderev.server.dashboard;

import dev.coderev.server.analysis.AnalysisCompleted;
import dev.coderev.server.fix.FixApplied;
import dev.coderev.server.project.ProjectCreated;
import dev.coderev.server.report.ReportReady;
import dev.coderev.server.vulnerability.IssueStatusChanged;
import dev.coderev.server.vulnerability.VulnerabilityFound;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Listens to the other modules and keeps what they say; nothing is lost when the server is killed.
 */
@Component
class ActivityFeed {
  private final Activities activities;

  ActivityFeed(Activities activities) {
    this.activities = activities;
  }

  @ApplicationModuleListener
  void on(ProjectCreated event) {
    activities.add(
        "project_created",
        "The project " + event.name() + " was created",
        Optional.of(event.projectId()),
        Optional.of(event.userId()));
  }

  @ApplicationModuleListener
  void on(AnalysisCompleted event) {
    activities.add(
        "analysis_complete",
        "An analysis found " + event.issuesFound() + " issues",
        Optional.of(event.projectId()),
        Optional.of(event.userId()));
  }

  @ApplicationModuleListener
  void on(VulnerabilityFound event) {
    activities.add(
        "vulnerability_found",
        "Found (" + event.severity() + "): " + event.title(),
        Optional.of(event.projectId()),
        Optional.empty());
  }

  @ApplicationModuleListener
  void on(IssueStatusChanged event) {
    if (event.to().equals("resolved")) {
      activities.add(
          "issue_fixed",
          "Resolved: " + event.title(),
          Optional.of(event.projectId()),
          Optional.of(event.actor()).filter(actor -> !actor.isEmpty()));
    }
  }

  @ApplicationModuleListener
  void on(ReportReady event) {
    activities.add(
        "report_ready",
        "The report " + event.name() + " is ready",
        Optional.empty(),
        Optional.of(event.userId()));
  }

  @ApplicationModuleListener
  void on(FixApplied event) {
    activities.add(
        "fix_applied", event.description(), Optional.of(event.projectId()), Optional.empty());
  }
}
