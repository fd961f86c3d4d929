package dev.coderev.server.provider.client;

/** What a language model is asked: one text, and how long the answer may be. */
public record Question(String model, String text, int mostTokens) {}
