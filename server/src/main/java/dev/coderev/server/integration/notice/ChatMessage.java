package dev.coderev.server.integration.notice;

/** A message to the operators' channel. */
record ChatMessage(String message) implements Notification {}
