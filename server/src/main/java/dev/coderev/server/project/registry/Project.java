package dev.coderev.server.project.registry;

import dev.coderev.server.project.ProjectSettings;
import java.time.Instant;
import java.util.Optional;

/** A project, as everybody sees it who may. */
record Project(
    String id,
    String name,
    Optional<String> description,
    String language,
    Optional<String> framework,
    Optional<String> repositoryUrl,
    String status,
    long issuesCount,
    ProjectSettings settings,
    Instant createdAt,
    Instant updatedAt) {}
