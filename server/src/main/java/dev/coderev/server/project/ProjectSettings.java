package dev.coderev.server.project;

import java.util.List;

/** How a project wants to be reviewed. */
public record ProjectSettings(
    boolean autoReview,
    boolean reviewOnPush,
    boolean reviewOnPr,
    String severityThreshold,
    List<String> enabledRules,
    List<String> ignoredPaths) {
  public static final ProjectSettings DEFAULT =
      new ProjectSettings(
          true,
          true,
          true,
          "medium",
          List.of(),
          List.of("node_modules", ".git", "__pycache__", "dist", "build"));

  public ProjectSettings {
    enabledRules = List.copyOf(enabledRules);
    ignoredPaths = List.copyOf(ignoredPaths);
  }
}
