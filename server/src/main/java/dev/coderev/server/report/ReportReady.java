package dev.coderev.server.report;

/** A report was made and can be downloaded. */
public record ReportReady(String reportId, String name, String userId) {}
