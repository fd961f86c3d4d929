package dev.coderev.server.platform.metric;

/** A request that was answered, other than those of monitors. */
public record RequestSeen(int status, double seconds) {}
