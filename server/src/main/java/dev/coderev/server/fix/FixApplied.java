package dev.coderev.server.fix;

/** A repair was applied on a branch of its own. */
public record FixApplied(String fixId, String projectId, String description) {}
