package dev.coderev.server.integration.notice;

import dev.coderev.server.identity.NoticePreferences;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.mail.Mailer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends queued mails, those still wanted. One that the mail server does not take is tried again; a
 * server that is killed right after sending may send once more.
 */
@Component
class LetterJobs implements JobHandler {
  private final NoticePreferences preferences;
  private final UserDirectory users;
  private final Mailer mailer;

  LetterJobs(NoticePreferences preferences, UserDirectory users, Mailer mailer) {
    this.preferences = preferences;
    this.users = users;
    this.mailer = mailer;
  }

  @Override
  public JobKind kind() {
    return JobKind.NOTIFICATION;
  }

  @Override
  public void run(JobRun run) {
    Letter letter = run.payload(Letter.class);
    users
        .byId(letter.userId())
        .filter(_ -> preferences.wants(letter.userId(), letter.notice()))
        .ifPresent(user -> mailer.deliver(user.email(), letter.subject(), letter.text()));
    run.complete(JobStatus.COMPLETED, Optional.empty(), () -> {});
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    // a mail that cannot be sent undoes nothing
  }
}
