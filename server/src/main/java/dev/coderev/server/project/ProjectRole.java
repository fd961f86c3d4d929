package dev.coderev.server.project;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a project, the least first. */
public enum ProjectRole {
  VIEWER,
  MEMBER,
  MAINTAINER,
  OWNER;

  public static final List<String> IDS = Arrays.stream(values()).map(ProjectRole::id).toList();

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProjectRole> byId(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
