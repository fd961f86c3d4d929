package dev.coderev.server.project.source;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of files within a project: relative, with {@code /}, and never out of it. */
final class SourcePath {
  private static final int LONGEST = 1000;

  private SourcePath() {}

  /** The path in its plain form; empty if it is not one within a project. */
  static Optional<String> plain(String written) {
    if (written.length() > LONGEST
        || written.startsWith("/")
        || written.indexOf('\\') >= 0
        || written.matches("^[A-Za-z]:.*")
        || written.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : written.split("/")) {
      if (part.equals("..")) {
        return Optional.empty();
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /**
   * The path that a query names.
   *
   * @throws Problem if it leaves the project
   */
  static String ofQuery(String written) {
    return plain(written)
        .orElseThrow(() ->
            Problem.invalid(
                Fault.query("path", "is not a path within the project", "invalid_path")));
  }
}
