package dev.coderev.server.integration.hook;

import dev.coderev.server.analysis.AnalysisQueue;
import dev.coderev.server.analysis.ChangeReviews;
import dev.coderev.server.integration.hook.HookEvent.Other;
import dev.coderev.server.integration.hook.HookEvent.Proposed;
import dev.coderev.server.integration.hook.HookEvent.Pushed;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.ProposedChange;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.ProjectSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in deliveries whose signature is good and starts what follows from them. */
@Service
class DeliveryDesk {
  /** What a review job is queued with. */
  record Payload(String reviewId) {}

  /** A delivery as it came in. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Delivery(String hookId, Host host, String name, String event, byte[] body) {}

  /** What is answered to a delivery: accepted, ignored or duplicate. */
  record Receipt(String deliveryId, String status) {}

  private final Deliveries deliveries;
  private final ReviewsOfChanges reviews;
  private final ChangeReviews analyses;
  private final AnalysisQueue queue;
  private final ProjectAccess projects;
  private final Jobs jobs;

  DeliveryDesk(
      Deliveries deliveries,
      ReviewsOfChanges reviews,
      ChangeReviews analyses,
      AnalysisQueue queue,
      ProjectAccess projects,
      Jobs jobs) {
    this.deliveries = deliveries;
    this.reviews = reviews;
    this.analyses = analyses;
    this.queue = queue;
    this.projects = projects;
    this.jobs = jobs;
  }

  /** Keeps the delivery and starts its work, both or neither. */
  @Transactional
  public Receipt take(Delivery delivery, HookEvent event, List<Webhook> hooks) {
    String sha = Secrets.sha256(delivery.body());
    Optional<String> id = deliveries.add(delivery.hookId(), sha, delivery.name(), delivery.event());
    if (id.isEmpty()) {
      return new Receipt(deliveries.find(delivery.hookId(), sha), "duplicate");
    }
    boolean started = false;
    for (Webhook hook : hooks) {
      Optional<ProjectRef> project = projects.find(hook.projectId());
      started |= project.isPresent() && start(hook, project.get(), event);
    }
    if (started) {
      deliveries.setAccepted(id.get());
    }
    return new Receipt(id.get(), started ? "accepted" : "ignored");
  }

  private boolean start(Webhook hook, ProjectRef project, HookEvent event) {
    ProjectSettings settings = project.settings();
    return switch (event) {
      case Pushed pushed ->
          settings.autoReview()
              && settings.reviewOnPush()
              && hook.isOf(pushed.repository())
              && !pushed.isRemoval()
              && push(hook, project, pushed);
      case Proposed proposed ->
          settings.autoReview()
              && settings.reviewOnPr()
              && hook.isOf(proposed.repository())
              && review(
                  hook,
                  new ProposedChange(
                      hook.repository(),
                      proposed.number(),
                      proposed.head(),
                      proposed.base(),
                      proposed.branch()));
      case Other _ -> false;
    };
  }

  /** The main line is also analysed as such: what is known of the project follows it. */
  private boolean push(Webhook hook, ProjectRef project, Pushed pushed) {
    boolean started = false;
    if (!pushed.isNew()) {
      started =
          review(
              hook,
              new ProposedChange(
                  hook.repository(), 0, pushed.head(), pushed.before(), pushed.branch()));
    }
    boolean fresh = started || pushed.isNew();
    if (fresh && pushed.toDefault() && project.repositoryUrl().filter(hook::isAt).isPresent()) {
      queue.reviewChanged(project.id(), hook.userId());
      return true;
    }
    return started;
  }

  private boolean review(Webhook hook, ProposedChange change) {
    Optional<String> id = reviews.add(hook.id(), change);
    if (id.isEmpty()) {
      return false;
    }
    String ref = change.isProposal() ? "change/" + change.number() : change.branch();
    String analysis = analyses.add(hook.projectId(), hook.userId(), ref);
    reviews.setAnalysis(id.get(), analysis);
    Job job =
        jobs.add(
            new NewJob(
                JobKind.WEBHOOK,
                Optional.of(hook.projectId()),
                Optional.of(hook.userId()),
                new Payload(id.get()),
                NewJob.NORMAL));
    analyses.setJob(analysis, job.id());
    return true;
  }
}
