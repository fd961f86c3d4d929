package dev.coderev.server.platform.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** The queue from which workers take jobs; adding is part of the surrounding transaction. */
@Component
class JobQueue {
  static final String TASK = "job";

  private final SchedulerClient client;
  private final Clock clock;

  JobQueue(DataSource database, Clock clock) {
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
            .enablePriority()
            .build();
    this.clock = clock;
  }

  void add(String jobId, int priority) {
    client.scheduleIfNotExists(
        new TaskInstance.Builder<Void>(TASK, jobId).priority(priority).build(), clock.instant());
  }
}
