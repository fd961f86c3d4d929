package dev.coderev.server.platform.repetition;

import java.util.Map;

/** The answer to the first request with a key. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
  KeptAnswer {
    headers = Map.copyOf(headers);
  }
}
