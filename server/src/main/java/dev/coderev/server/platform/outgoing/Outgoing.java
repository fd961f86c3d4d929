package dev.coderev.server.platform.outgoing;

import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.trace.OpenSpan;
import dev.coderev.server.platform.trace.SpanKind;
import dev.coderev.server.platform.trace.Traces;
import dev.coderev.server.platform.web.OutgoingAddresses;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends calls to permitted addresses only, follows no redirect, and waits for the whole answer no
 * longer than the call says.
 */
@Component
public final class Outgoing implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 16 << 20;

  private final OutgoingAddresses addresses;
  private final Traces traces;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Outgoing(OutgoingAddresses addresses, Traces traces) {
    this.traces = traces;
    this.addresses = addresses;
  }

  /**
   * Sends a call and gives the answer, whatever its status.
   *
   * @throws CallFailed if there is none
   */
  public Reply send(Call call) {
    String host = Optional.ofNullable(call.uri().getHost()).orElse("");
    addresses
        .objection(host)
        .ifPresent(why -> {
          throw new CallFailed(CallFailed.Cause.REFUSED, "the service may not be called: " + why);
        });
    try (OpenSpan span = traces.part(SpanKind.CLIENT, call.method())) {
      span.with("http.request.method", call.method()).with("server.address", host);
      Reply reply = send(call, host, span);
      span.with("http.response.status_code", reply.status());
      return reply;
    }
  }

  private Reply send(Call call, String host, OpenSpan span) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.patience())
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    call.headers().forEach(request::header);
    if (traces.propagatesTo(host)) {
      request.header("traceparent", span.context().toString());
      String state = LogScope.current(LogScope.TRACE_STATE);
      if (!state.equals("-")) {
        request.header("tracestate", state);
      }
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      HttpResponse<byte[]> reply = answer.get(call.patience().toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(reply.statusCode(), reply.headers(), reply.body());
    } catch (TimeoutException _) {
      answer.cancel(true);
      span.fail();
      throw timedOut();
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallFailed(CallFailed.Cause.UNREACHABLE, "the call was interrupted");
    } catch (ExecutionException failure) {
      span.fail();
      throw failed(failure.getCause());
    }
  }

  private static CallFailed timedOut() {
    return new CallFailed(CallFailed.Cause.TIMED_OUT, "the service did not answer in time");
  }

  private static CallFailed failed(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> timedOut();
      case IOException large when String.valueOf(large.getMessage()).contains("limit") ->
          new CallFailed(CallFailed.Cause.TOO_LARGE, "the service answered too much");
      case null, default ->
          new CallFailed(CallFailed.Cause.UNREACHABLE, "the service cannot be reached");
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
