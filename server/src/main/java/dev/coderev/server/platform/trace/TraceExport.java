package dev.coderev.server.platform.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that tells a collector of spans, in batches over OTLP/HTTP. A collector that is slow
 * or gone costs spans, never a request.
 */
final class TraceExport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("traces");
  private static final int MOST_WAITING = 8_192;
  private static final int BATCH = 512;
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final URI address;
  private final OtlpJson form;
  private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Thread thread;
  private volatile boolean closed;

  TraceExport(String endpoint, String environment) {
    this.address = URI.create(endpoint.replaceAll("/+$", "") + "/v1/traces");
    this.form = new OtlpJson(environment);
    this.thread = Thread.ofPlatform().daemon().name("traces").start(this::run);
  }

  void add(List<Span> spans) {
    for (Span span : spans) {
      if (!waiting.offer(span)) {
        LOG.atDebug().log("spans_dropped");
        return;
      }
    }
  }

  private void run() {
    List<Span> batch = new ArrayList<>();
    try {
      while (!closed || !waiting.isEmpty()) {
        Span first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          try {
            tell(batch);
          } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("spans_not_told");
          }
          batch.clear();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(List<Span> batch) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(form.of(batch)))
            .build();
    String why = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() < 300) {
          return;
        }
        why = "status " + answer.statusCode();
        if (!PASSING.contains(answer.statusCode())) {
          break;
        }
      } catch (IOException failure) {
        why = failure.getClass().getSimpleName();
      }
      if (attempt < ATTEMPTS && !closed) {
        Thread.sleep(PAUSE.multipliedBy(attempt));
      }
    }
    LOG.atWarn().addKeyValue("spans", batch.size()).addKeyValue("reason", why).log("spans_lost");
  }

  /** Tells what waits, for as long as a farewell may take. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(FAREWELL)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    } finally {
      http.shutdownNow();
    }
  }
}
