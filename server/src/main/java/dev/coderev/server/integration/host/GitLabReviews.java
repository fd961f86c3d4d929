package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reviews on GitLab: commit statuses, discussions with suggestions, one note as summary. */
public final class GitLabReviews implements ReviewPlace {
  private static final String NAME = "CodeRev";
  private static final int LONGEST_STATUS = 255;

  private final HostApi api;

  public GitLabReviews(HostApi api) {
    this.api = api;
  }

  private static String project(ProposedChange change) {
    return "/projects/" + Call.encoded(change.repository());
  }

  private static String request(ProposedChange change) {
    return project(change) + "/merge_requests/" + change.number();
  }

  @Override
  public String beginning(ProposedChange change) {
    if (change.isProposal()) {
      return api.text(api.get(request(change)), "/diff_refs/base_sha");
    }
    JsonNode base =
        api.get(
            project(change)
                + "/repository/merge_base?refs%5B%5D="
                + Call.encoded(change.base())
                + "&refs%5B%5D="
                + Call.encoded(change.head()));
    return api.text(base, "/id");
  }

  @Override
  public Optional<String> begin(ProposedChange change, String url, Optional<String> earlier) {
    status(change, "running", "The review has begun.", url);
    return Optional.empty();
  }

  private void status(ProposedChange change, String state, String text, String url) {
    api.post(
        project(change) + "/statuses/" + change.head(),
        Map.of(
            "state",
            state,
            "name",
            NAME,
            "description",
            text.substring(0, Math.min(text.length(), LONGEST_STATUS)),
            "target_url",
            url));
  }

  /** GitLab knows no neutral end; what could not be examined ends as canceled, never as success. */
  @Override
  public void conclude(ProposedChange change, Optional<String> check, ReviewReport report) {
    status(
        change,
        switch (report.conclusion()) {
          case SUCCESS -> "success";
          case FAILURE -> "failed";
          case NEUTRAL -> "canceled";
        },
        report.headline(),
        report.url());
  }

  @Override
  public void comment(ProposedChange change, ReviewReport report) {
    List<String> known =
        api.all(request(change) + "/discussions").stream()
            .flatMap(discussion -> discussion.at("/notes").valueStream())
            .map(note -> note.at("/body").asString(""))
            .toList();
    List<ReviewNote> missing = Comments.missing(report, known);
    if (missing.isEmpty()) {
      return;
    }
    JsonNode refs = api.get(request(change)).at("/diff_refs");
    for (ReviewNote note : missing) {
      discuss(change, note, refs);
    }
  }

  private void discuss(ProposedChange change, ReviewNote note, JsonNode refs) {
    ReviewNote.Lines lines = note.beside().orElseThrow();
    Map<String, Object> position = new LinkedHashMap<>();
    position.put("position_type", "text");
    for (String side : List.of("base_sha", "start_sha", "head_sha")) {
      position.put(side, api.text(refs, "/" + side));
    }
    position.put("old_path", note.oldPath());
    position.put("new_path", note.path());
    position.put("new_line", lines.first());
    api.post(
        request(change) + "/discussions",
        Map.of(
            "body",
            Comments.body(note, "suggestion:-0+" + (lines.last() - lines.first())),
            "position",
            position));
  }

  @Override
  public String summarize(ProposedChange change, Optional<String> earlier, ReviewReport report) {
    String notes = request(change) + "/notes";
    Map<String, String> body = Map.of("body", report.summary());
    Optional<String> known = earlier.or(() -> find(notes));
    if (known.isPresent() && HostApi.isAllowed(() -> api.put(notes + "/" + known.get(), body))) {
      return known.get();
    }
    return api.text(api.post(notes, body), "/id");
  }

  private Optional<String> find(String notes) {
    return api.all(notes).stream()
        .filter(note -> note.at("/body").asString("").contains(ReviewReport.MARK))
        .map(note -> api.text(note, "/id"))
        .findFirst();
  }
}
