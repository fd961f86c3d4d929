package dev.coderev.server.platform.trace;

/** What a span is to the other side, in the order of OTLP's numbers from 1. */
public enum SpanKind {
  INTERNAL,
  SERVER,
  CLIENT,
  PRODUCER,
  CONSUMER
}
