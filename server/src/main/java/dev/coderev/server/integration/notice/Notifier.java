package dev.coderev.server.integration.notice;

import dev.coderev.server.analysis.AnalysisCompleted;
import dev.coderev.server.identity.NoticePreferences;
import dev.coderev.server.identity.NoticePreferences.Notice;
import dev.coderev.server.integration.alert.SlackChannel;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.platform.mail.Mailer;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.vulnerability.VulnerabilitiesAppeared;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Queues messages about what happened: mails on the end of an analysis for who started it and on
 * grave findings for who maintains the project, and a line on critical ones for the operators'
 * channel. Without a mail server or channel there is none to queue.
 */
@Component
class Notifier {
  private final NoticePreferences preferences;
  private final ProjectAccess projects;
  private final Jobs jobs;
  private final Mailer mailer;
  private final SlackChannel channel;
  private final String publicUrl;

  Notifier(
      NoticePreferences preferences,
      ProjectAccess projects,
      Jobs jobs,
      Mailer mailer,
      SlackChannel channel,
      ServerSettings settings) {
    this.channel = channel;
    this.preferences = preferences;
    this.projects = projects;
    this.jobs = jobs;
    this.mailer = mailer;
    this.publicUrl = settings.web().publicUrl();
  }

  @ApplicationModuleListener
  void on(AnalysisCompleted event) {
    projects
        .find(event.projectId())
        .ifPresent(project ->
            queue(
                event.userId(),
                Notice.ANALYSIS_COMPLETE,
                "An analysis of " + project.name() + " is complete",
                "It found "
                    + event.issuesFound()
                    + " issues ("
                    + event.conclusion().replace('_', ' ')
                    + ").\n\n"
                    + results(event.analysisId())));
  }

  @ApplicationModuleListener
  void on(VulnerabilitiesAppeared event) {
    Optional<ProjectRef> project = projects.find(event.projectId());
    if (project.isEmpty()) {
      return;
    }
    String subject = "New vulnerabilities in " + project.get().name();
    String text =
        "An analysis found %d critical and %d high vulnerabilities for the first time.%n%n%s"
            .formatted(event.critical(), event.high(), results(event.analysisId()));
    for (String user : projects.memberIds(event.projectId(), ProjectRole.MAINTAINER)) {
      queue(user, Notice.SECURITY_ALERTS, subject, text);
    }
    if (event.critical() > 0 && channel.isConfigured()) {
      add(
          new ChatMessage(
              "[critical] %d new critical vulnerabilities in %s: %s/api/analysis/%s/results"
                  .formatted(
                      event.critical(), project.get().name(), publicUrl, event.analysisId())));
    }
  }

  private String results(String analysisId) {
    return publicUrl
        + "/api/analysis/"
        + analysisId
        + "/results\n\nWhich mails you get: "
        + publicUrl
        + "/api/user/settings/notifications\n";
  }

  private void queue(String userId, Notice notice, String subject, String text) {
    if (mailer.isConfigured() && preferences.wants(userId, notice)) {
      add(new Letter(userId, notice, subject, text));
    }
  }

  private void add(Notification message) {
    jobs.add(
        new NewJob(JobKind.NOTIFICATION, Optional.empty(), Optional.empty(), message, NewJob.LOW));
  }
}
