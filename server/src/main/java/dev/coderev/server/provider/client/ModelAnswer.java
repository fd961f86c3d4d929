package dev.coderev.server.provider.client;

/** What a language model answered, and how many tokens that took. */
public record ModelAnswer(String text, long inputTokens, long outputTokens) {}
