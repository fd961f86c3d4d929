package dev.coderev.server.integration.host;

import dev.coderev.server.integration.host.ReviewReport.Conclusion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reviews on GitHub: check runs with annotations where the token is a GitHub App's, else commit
 * statuses; review comments with suggestions; one comment as summary.
 */
public final class GitHubReviews implements ReviewPlace {
  private static final String NAME = "CodeRev";
  private static final int MOST_ANNOTATIONS = 50;
  private static final int LONGEST_STATUS = 140;

  private final HostApi api;

  public GitHubReviews(HostApi api) {
    this.api = api;
  }

  private static String repository(ProposedChange change) {
    return "/repos/" + change.repository();
  }

  @Override
  public String beginning(ProposedChange change) {
    JsonNode compared =
        api.get(repository(change) + "/compare/" + change.base() + "..." + change.head());
    return api.text(compared, "/merge_base_commit/sha");
  }

  @Override
  public Optional<String> begin(ProposedChange change, String url, Optional<String> earlier) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("status", "in_progress");
    run.put("details_url", url);
    if (earlier.isPresent()) {
      api.patch(repository(change) + "/check-runs/" + earlier.get(), run);
      return earlier;
    }
    run.put("name", NAME);
    run.put("head_sha", change.head());
    try {
      return Optional.of(api.text(api.post(repository(change) + "/check-runs", run), "/id"));
    } catch (HostFailed failure) {
      if (!failure.isRefusal()) {
        throw failure;
      }
      status(change, "pending", "The review has begun.", url);
      return Optional.empty();
    }
  }

  private void status(ProposedChange change, String state, String text, String url) {
    api.post(
        repository(change) + "/statuses/" + change.head(),
        Map.of(
            "state",
            state,
            "context",
            NAME,
            "description",
            text.substring(0, Math.min(text.length(), LONGEST_STATUS)),
            "target_url",
            url));
  }

  @Override
  public void conclude(ProposedChange change, Optional<String> check, ReviewReport report) {
    if (check.isEmpty()) {
      status(
          change,
          switch (report.conclusion()) {
            case SUCCESS -> "success";
            case FAILURE -> "failure";
            case NEUTRAL -> "error";
          },
          report.headline(),
          report.url());
      return;
    }
    List<Map<String, Object>> annotations =
        report.notes().stream().map(GitHubReviews::annotation).toList();
    String path = repository(change) + "/check-runs/" + check.get();
    for (int from = MOST_ANNOTATIONS; from < annotations.size(); from += MOST_ANNOTATIONS) {
      int to = Math.min(annotations.size(), from + MOST_ANNOTATIONS);
      api.patch(path, Map.of("output", output(report, annotations.subList(from, to))));
    }
    int first = Math.min(annotations.size(), MOST_ANNOTATIONS);
    api.patch(
        path,
        Map.of(
            "status",
            "completed",
            "conclusion",
            conclusion(report.conclusion()),
            "output",
            output(report, annotations.subList(0, first))));
  }

  private static String conclusion(Conclusion conclusion) {
    return switch (conclusion) {
      case SUCCESS -> "success";
      case FAILURE -> "failure";
      case NEUTRAL -> "neutral";
    };
  }

  private static Map<String, Object> output(
      ReviewReport report, List<Map<String, Object>> annotations) {
    return Map.of(
        "title", report.headline(), "summary", report.summary(), "annotations", annotations);
  }

  private static Map<String, Object> annotation(ReviewNote note) {
    return Map.of(
        "path",
        note.path(),
        "start_line",
        note.line(),
        "end_line",
        note.endLine(),
        "annotation_level",
        switch (note.severity()) {
          case "critical", "high" -> "failure";
          case "medium" -> "warning";
          default -> "notice";
        },
        "title",
        note.title(),
        "message",
        note.title());
  }

  @Override
  public void comment(ProposedChange change, ReviewReport report) {
    String pull = repository(change) + "/pulls/" + change.number();
    List<String> known =
        api.all(pull + "/comments").stream()
            .map(comment -> comment.at("/body").asString(""))
            .toList();
    List<Map<String, Object>> comments =
        Comments.missing(report, known).stream().map(GitHubReviews::comment).toList();
    if (!comments.isEmpty()) {
      api.post(
          pull + "/reviews",
          Map.of("commit_id", change.head(), "event", "COMMENT", "comments", comments));
    }
  }

  private static Map<String, Object> comment(ReviewNote note) {
    ReviewNote.Lines lines = note.beside().orElseThrow();
    Map<String, Object> comment = new LinkedHashMap<>();
    comment.put("path", note.path());
    comment.put("side", "RIGHT");
    comment.put("line", lines.last());
    if (lines.first() < lines.last()) {
      comment.put("start_line", lines.first());
      comment.put("start_side", "RIGHT");
    }
    comment.put("body", Comments.body(note, "suggestion"));
    return comment;
  }

  @Override
  public String summarize(ProposedChange change, Optional<String> earlier, ReviewReport report) {
    String comments = repository(change) + "/issues/" + change.number() + "/comments";
    Map<String, String> body = Map.of("body", report.summary());
    Optional<String> known = earlier.or(() -> find(comments));
    if (known.isPresent()) {
      String one = repository(change) + "/issues/comments/" + known.get();
      if (HostApi.isAllowed(() -> api.patch(one, body))) {
        return known.get();
      }
    }
    return api.text(api.post(comments, body), "/id");
  }

  private Optional<String> find(String comments) {
    return api.all(comments).stream()
        .filter(comment -> comment.at("/body").asString("").contains(ReviewReport.MARK))
        .map(comment -> api.text(comment, "/id"))
        .findFirst();
  }
}
