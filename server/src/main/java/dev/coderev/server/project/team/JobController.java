package dev.coderev.server.project.team;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.Workers;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The jobs that a caller started, or may cancel as a maintainer. */
@RestController
class JobController {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long LOOK_EVERY_MS = 200;

  private final Jobs jobs;
  private final Workers workers;
  private final ProjectAccess projects;
  private final AuditLog audit;

  JobController(Jobs jobs, Workers workers, ProjectAccess projects, AuditLog audit) {
    this.jobs = jobs;
    this.workers = workers;
    this.projects = projects;
    this.audit = audit;
  }

  @GetMapping("/api/jobs/{id}")
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  Job get(@PathVariable String id, Caller caller) {
    Job job = jobs.find(id).orElseThrow(Problem::notFound);
    if (job.startedBy().filter(caller.userId()::equals).isEmpty()) {
      projects.require(
          caller, job.projectId().orElseThrow(Problem::notFound), ProjectRole.MAINTAINER);
    }
    return job;
  }

  @DeleteMapping("/api/jobs/{id}")
  @Access(value = Who.MEMBER, scope = Scope.ANALYSIS_RUN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    Job job = get(id, caller);
    ifMatch.require(job);
    workers.cancel(job);
    audit.record(AuditEntry.of("job_cancelled", caller).on("job", id));
  }

  /** The progress of a job as server-sent events, one for each change, until it is over. */
  @GetMapping(path = "/api/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Access(value = Who.SELF, scope = Scope.ANALYSIS_READ)
  SseEmitter follow(@PathVariable String id, Caller caller) {
    get(id, caller);
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Thread follower = Thread.ofVirtual().name("events-" + id).unstarted(() -> send(id, emitter));
    emitter.onTimeout(follower::interrupt);
    emitter.onError(_ -> follower.interrupt());
    follower.start();
    return emitter;
  }

  private void send(String id, SseEmitter emitter) {
    try {
      String last = "";
      while (true) {
        Job job = jobs.find(id).orElseThrow(Problem::notFound);
        String state = job.status().id() + job.progress();
        if (!state.equals(last)) {
          emitter.send(SseEmitter.event().name("job").data(job, MediaType.APPLICATION_JSON));
          last = state;
        }
        if (job.status().isFinished()) {
          emitter.complete();
          return;
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException failure) {
      emitter.completeWithError(failure);
    }
  }
}
