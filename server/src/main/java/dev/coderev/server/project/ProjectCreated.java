package dev.coderev.server.project;

/** A project was made. */
public record ProjectCreated(String projectId, String name, String userId) {}
