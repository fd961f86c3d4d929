package dev.coderev.server.project;

import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.error.Problem;
import java.util.List;
import java.util.Optional;

/** What a caller may see and do in which project. */
public interface ProjectAccess {
  /** A project that the caller may act on. */
  record ProjectRef(
      String id, String name, Optional<String> repositoryUrl, ProjectSettings settings) {}

  /**
   * The projects that a caller may see.
   *
   * @param all true for administrators; then the list names the deleted projects, which are hidden
   */
  record Visible(boolean all, List<String> projectIds) {
    public Visible {
      projectIds = List.copyOf(projectIds);
    }

    /** Asks only for rows of these projects; the column holds the project's identifier. */
    public Conditions limit(Conditions conditions, String column) {
      return projectIds.isEmpty()
          ? conditions.and(Boolean.toString(all))
          : conditions.and(
              column + (all ? " not in (:visible)" : " in (:visible)"), "visible", projectIds);
    }

    /** Asks for rows of these projects, and for those of no project that the user made. */
    public Conditions limit(Conditions conditions, String column, String maker, Caller caller) {
      String own = "(" + column + " is null and (:everything or " + maker + " = :maker))";
      conditions.param("everything", all).param("maker", caller.userId());
      if (projectIds.isEmpty()) {
        return conditions.and("(" + own + " or (" + all + " and " + column + " is not null))");
      }
      return conditions.and(
          "(" + own + " or " + column + (all ? " not in (:visible))" : " in (:visible))"),
          "visible",
          projectIds);
    }
  }

  /**
   * The project, if the caller has at least this role in it.
   *
   * @throws Problem not found if the caller may not see it, forbidden if the role is not enough
   */
  ProjectRef require(Caller caller, String projectId, ProjectRole least);

  /** The project by itself, for work that no caller does. */
  Optional<ProjectRef> find(String projectId);

  Visible visible(Caller caller);

  /** Every project that is not deleted, as administrators see them. */
  Visible existing();

  /** Those in which the caller has at least this role. */
  Visible visible(Caller caller, ProjectRole least);

  /** The identifiers of those in which the caller has at least this role, and is a member. */
  List<String> ids(Caller caller, ProjectRole least);

  /** What a user may see at this moment, for work in their name. */
  Visible visibleTo(String userId, boolean admin);

  /** The users who have at least this role in the project. */
  List<String> memberIds(String projectId, ProjectRole least);

  boolean isMember(String projectId, String userId);

  /** How many projects the caller may see. */
  long count(Caller caller);
}
