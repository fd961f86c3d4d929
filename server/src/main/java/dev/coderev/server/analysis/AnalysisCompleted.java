package dev.coderev.server.analysis;

/** An analysis was completed: small, for the outbox. */
public record AnalysisCompleted(
    String analysisId, String projectId, String userId, int issuesFound, String conclusion) {}
