package dev.coderev.server.project;

import dev.coderev.server.platform.access.Caller;
import java.util.Optional;

/** Someone who makes projects of repositories, and ties projects to them. */
public interface ProjectSources {
  /**
   * Makes a project whose source is this repository; the caller becomes its owner.
   *
   * @param language as the host names it
   * @return the project's identifier
   */
  String create(Caller caller, String name, Optional<String> language, String repositoryUrl);

  /**
   * Makes the repository the source of the project, unless it has another one.
   *
   * @return whether it is the source now
   */
  boolean tie(String projectId, String repositoryUrl);

  /** Takes the repository from the project, if it is the source. */
  void untie(String projectId, String repositoryUrl);
}
