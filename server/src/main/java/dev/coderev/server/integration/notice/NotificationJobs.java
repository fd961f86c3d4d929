package dev.coderev.server.integration.notice;

import dev.coderev.server.identity.NoticePreferences;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.integration.alert.AlertUndelivered;
import dev.coderev.server.integration.alert.SlackChannel;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.mail.Mailer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends queued messages, those still wanted. One that is not taken is tried again; a server that is
 * killed right after sending may send once more.
 */
@Component
class NotificationJobs implements JobHandler {
  private final NoticePreferences preferences;
  private final UserDirectory users;
  private final Mailer mailer;
  private final SlackChannel channel;

  NotificationJobs(
      NoticePreferences preferences, UserDirectory users, Mailer mailer, SlackChannel channel) {
    this.channel = channel;
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
    switch (run.payload(Notification.class)) {
      case Letter letter -> send(letter);
      case ChatMessage text -> say(text);
    }
    run.complete(JobStatus.COMPLETED, Optional.empty(), () -> {});
  }

  private void send(Letter letter) {
    users
        .byId(letter.userId())
        .filter(_ -> preferences.wants(letter.userId(), letter.notice()))
        .ifPresent(user -> mailer.deliver(user.email(), letter.subject(), letter.text()));
  }

  private void say(ChatMessage text) {
    try {
      channel.say(text.message());
    } catch (AlertUndelivered failure) {
      if (failure.isFinal()) {
        throw new JobFailed(String.valueOf(failure.getMessage()), failure);
      }
      throw failure;
    }
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    // a message that cannot be sent undoes nothing
  }
}
