package dev.coderev.server.integration.hook;

import dev.coderev.server.integration.hook.HookEvent.Other;
import dev.coderev.server.integration.hook.HookEvent.Proposed;
import dev.coderev.server.integration.hook.HookEvent.Pushed;
import dev.coderev.server.integration.host.Host;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the events of hosts from the bodies of their deliveries. */
final class HookEvents {
  private static final String BRANCH = "refs/heads/";
  private static final String COMMIT = "[0-9a-f]{40}|[0-9a-f]{64}";
  private static final Set<String> GITHUB_ACTIONS = Set.of("opened", "reopened", "synchronize");

  private HookEvents() {}

  /**
   * The event.
   *
   * @param name what the host calls its kind in a header
   */
  static HookEvent read(Host host, String name, JsonNode body) {
    return switch (host) {
      case GITHUB -> gitHub(name, body);
      case GITLAB -> gitLab(body);
      case BITBUCKET -> new Other();
    };
  }

  private static HookEvent gitHub(String name, JsonNode body) {
    String repository = text(body, "/repository/full_name");
    return switch (name) {
      case "push" ->
          pushed(
              repository,
              body,
              text(body, "/before"),
              text(body, "/after"),
              text(body, "/repository/default_branch"));
      case "pull_request" ->
          GITHUB_ACTIONS.contains(text(body, "/action"))
              ? proposed(
                  repository,
                  body.at("/number").asLong(0),
                  text(body, "/pull_request/head/sha"),
                  text(body, "/pull_request/base/sha"),
                  text(body, "/pull_request/base/ref"))
              : new Other();
      default -> new Other();
    };
  }

  private static HookEvent gitLab(JsonNode body) {
    String repository = text(body, "/project/path_with_namespace");
    return switch (text(body, "/object_kind")) {
      case "push" ->
          pushed(
              repository,
              body,
              text(body, "/before"),
              text(body, "/after"),
              text(body, "/project/default_branch"));
      case "merge_request" -> mergeRequest(repository, body.at("/object_attributes"));
      default -> new Other();
    };
  }

  /** An update without an earlier commit changed words only. */
  private static HookEvent mergeRequest(String repository, JsonNode request) {
    boolean matters =
        switch (text(request, "/action")) {
          case "open", "reopen" -> true;
          case "update" -> !text(request, "/oldrev").isEmpty();
          default -> false;
        };
    String head = text(request, "/last_commit/id");
    return matters
        ? proposed(
            repository, request.at("/iid").asLong(0), head, head, text(request, "/target_branch"))
        : new Other();
  }

  private static HookEvent pushed(
      String repository, JsonNode body, String before, String after, String defaultBranch) {
    String ref = text(body, "/ref");
    if (!ref.startsWith(BRANCH) || !areCommits(before, after)) {
      return new Other();
    }
    String branch = ref.substring(BRANCH.length());
    return new Pushed(repository, branch, before, after, branch.equals(defaultBranch));
  }

  private static HookEvent proposed(
      String repository, long number, String head, String base, String branch) {
    return number > 0 && areCommits(head, base)
        ? new Proposed(repository, number, head, base, branch)
        : new Other();
  }

  private static boolean areCommits(String one, String other) {
    return one.matches(COMMIT) && other.matches(COMMIT);
  }

  private static String text(JsonNode body, String pointer) {
    return Optional.of(body.at(pointer))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElse("");
  }
}
