package dev.coderev.server.platform.job;

import java.util.Optional;

/**
 * Work that is to be done.
 *
 * @param payload what its handler needs, written as JSON
 * @param priority the greater the sooner
 */
public record NewJob(
    JobKind kind,
    Optional<String> projectId,
    Optional<String> startedBy,
    Object payload,
    int priority) {
  public static final int NORMAL = 50;
  public static final int HIGH = 90;
  public static final int LOW = 10;
}
