package dev.coderev.server.integration.hook;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.review.change.Change;
import dev.coderev.server.analysis.ChangeReviews;
import dev.coderev.server.analysis.ChangeReviews.Reviewed;
import dev.coderev.server.integration.host.GitHubReviews;
import dev.coderev.server.integration.host.GitLabReviews;
import dev.coderev.server.integration.host.HostApi;
import dev.coderev.server.integration.host.HostFailed;
import dev.coderev.server.integration.host.ProposedChange;
import dev.coderev.server.integration.host.ReviewPlace;
import dev.coderev.server.integration.host.ReviewReport;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.JobStopped;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import dev.coderev.server.project.RepositoryChanges;
import dev.coderev.server.project.RepositoryChanges.Range;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reviews one change and tells its host; whatever was told before is not told twice. */
@Component
class ReviewJob implements JobHandler {
  private static final int FETCHED = 20;
  private static final int REVIEWED = 90;

  private final ReviewsOfChanges reviews;
  private final Webhooks webhooks;
  private final ChangeReviews analyses;
  private final ProjectAccess projects;
  private final RepositoryChanges repositories;
  private final HookLogins logins;
  private final Outgoing outgoing;
  private final Workspace workspace;
  private final String publicUrl;

  ReviewJob(
      ReviewsOfChanges reviews,
      Webhooks webhooks,
      ChangeReviews analyses,
      ProjectAccess projects,
      RepositoryChanges repositories,
      HookLogins logins,
      Outgoing outgoing,
      Workspace workspace,
      ServerSettings settings) {
    this.workspace = workspace;
    this.reviews = reviews;
    this.webhooks = webhooks;
    this.analyses = analyses;
    this.projects = projects;
    this.repositories = repositories;
    this.logins = logins;
    this.outgoing = outgoing;
    this.publicUrl = settings.web().publicUrl();
  }

  @Override
  public JobKind kind() {
    return JobKind.WEBHOOK;
  }

  /** What one run works with. */
  private record Work(
      ChangeReview review, Webhook hook, ProjectRef project, ReviewPlace place, String url) {
    ProposedChange change() {
      return review.change();
    }
  }

  @Override
  public void run(JobRun run) {
    Work work = work(run.payload(DeliveryDesk.Payload.class).reviewId());
    Optional<String> check = Optional.empty();
    try {
      check = begin(work);
      review(run, work, check);
    } catch (JobStopped stopped) {
      throw stopped;
    } catch (HostFailed failure) {
      tellFailure(work, check);
      throw failure.isFinal()
          ? new JobFailed(String.valueOf(failure.getMessage()), failure)
          : failure;
    } catch (RuntimeException failure) {
      tellFailure(work, check);
      throw failure;
    }
  }

  private Work work(String reviewId) {
    ChangeReview review =
        reviews.find(reviewId).orElseThrow(() -> new JobFailed("the webhook is gone"));
    Webhook hook =
        webhooks.find(review.webhookId()).orElseThrow(() -> new JobFailed("the webhook is gone"));
    ProjectRef project =
        projects.find(hook.projectId()).orElseThrow(() -> new JobFailed("the project is gone"));
    HostApi api = new HostApi(outgoing, hook.host(), hook.address(), logins.token(hook));
    ReviewPlace place =
        switch (hook.host()) {
          case GITHUB -> new GitHubReviews(api);
          case GITLAB -> new GitLabReviews(api);
          case BITBUCKET -> throw new JobFailed("reviews are not told to this host");
        };
    String url = publicUrl + "/api/projects/" + project.id() + "/analysis/" + review.analysisId();
    return new Work(review, hook, project, place, url);
  }

  private Optional<String> begin(Work work) {
    if (!work.hook().hasToken()) {
      return Optional.empty();
    }
    Optional<String> check = work.place().begin(work.change(), work.url(), work.review().checkId());
    check.ifPresent(id -> reviews.setCheck(work.review().id(), id));
    return check;
  }

  private void review(JobRun run, Work work, Optional<String> check) {
    String base = work.place().beginning(work.change());
    try (TemporaryFolder folder = workspace.open()) {
      Change change =
          repositories.fetch(
              work.hook().cloneUrl(),
              logins.of(work.hook()),
              new Range(base, work.change().head()),
              folder.path());
      run.progress(FETCHED);
      Reviewed reviewed =
          analyses.review(
              work.review().analysisId(),
              work.project(),
              change,
              folder.path(),
              (done, all, _) ->
                  run.progress(FETCHED + (REVIEWED - FETCHED) * done / Math.max(1, all)));
      run.progress(REVIEWED);
      Severity threshold =
          Severity.byId(work.project().settings().severityThreshold()).orElse(Severity.MEDIUM);
      if (work.hook().hasToken()) {
        tell(work, check, ReviewWording.of(change, reviewed, threshold, work.url()));
      }
      boolean partly = reviewed.coverage().conclusion().equals("partly_reviewed");
      run.complete(
          partly ? JobStatus.PARTIAL : JobStatus.COMPLETED,
          Optional.of(work.url().substring(publicUrl.length())),
          reviewed.keep());
    }
  }

  private void tell(Work work, Optional<String> check, ReviewReport report) {
    if (work.change().isProposal()) {
      work.place().comment(work.change(), report);
      reviews.setSummary(
          work.review(), work.place().summarize(work.change(), work.review().summaryId(), report));
    }
    work.place().conclude(work.change(), check, report);
  }

  private static void tellFailure(Work work, Optional<String> check) {
    if (work.hook().hasToken()) {
      try {
        work.place().conclude(work.change(), check, ReviewWording.failed(work.url()));
      } catch (HostFailed _) {
        // the host does not answer; the job keeps the reason
      }
    }
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    analyses.endOf(job.id(), status, reason);
  }
}
