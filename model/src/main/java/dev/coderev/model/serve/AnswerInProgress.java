package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.deploy.TokenAllowance.Reservation;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A response that knows whether it has begun, what went out, and what it took. */
final class AnswerInProgress {

  private final ModelResponse response;
  private final long start = System.nanoTime();
  private final AtomicLong first = new AtomicLong(-1);
  private @Nullable OutputStream stream;
  private @Nullable String model;
  private boolean chat;
  private boolean begun;
  private int status;
  private int read;
  private int written;
  private boolean running;
  private Optional<Reservation> held = Optional.empty();

  AnswerInProgress(ModelResponse response) {
    this.response = response;
  }

  void header(String name, String value) {
    if (!begun) {
      response.header(name, value);
    }
  }

  void send(int code, Json body) throws IOException {
    byte[] bytes = JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8);
    header("Content-Type", "application/json");
    begin(code, bytes.length).write(bytes);
  }

  private OutputStream begin(int code, long length) throws IOException {
    begun = true;
    status = code;
    return response.begin(code, length);
  }

  void beginStream() throws IOException {
    header("Content-Type", "text/event-stream");
    header("Cache-Control", "no-store");
    stream = begin(200, -1);
  }

  void event(Json data) throws IOException {
    event(JsonWriter.compact(data));
  }

  private void event(String data) throws IOException {
    if (stream != null) {
      stream.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
    }
  }

  void endStream() throws IOException {
    event("[DONE]");
  }

  /** Says why there is no answer; after the first event, as one more and the last. */
  void refuse(int code, ModelException reason, String type, String param, String word)
      throws IOException {
    Json error = Answers.error(String.valueOf(reason.getMessage()), type, param, word);
    if (!begun) {
      send(code, error);
    } else {
      status = code;
      event(error);
    }
  }

  /** The request is one for a text. */
  void begins(String wanted, boolean isChat) {
    model = wanted;
    chat = isChat;
  }

  void hasRead(int tokens) {
    read = tokens;
  }

  /** A piece of text was generated; on any thread. */
  void hasText(String piece) {
    if (!piece.isEmpty()) {
      first.compareAndSet(-1, System.nanoTime() - start);
    }
  }

  void hasWritten(int tokens) {
    written = tokens;
  }

  /** The request may take these tokens until it is settled. */
  void holds(Reservation tokens) {
    held = Optional.of(tokens);
  }

  /** The prompt was handed to the model. */
  void runs() {
    running = true;
  }

  /** Gives back what was not taken. */
  void settle() {
    held.ifPresent(tokens -> tokens.settle(running ? read : 0, written));
  }

  /** What a text took; empty for other requests. */
  Optional<ModelUse> use() {
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    Optional<Duration> untilFirst =
        Optional.of(first.get()).filter(nanos -> nanos >= 0).map(Duration::ofNanos);
    return Optional.ofNullable(model)
        .map(name -> new ModelUse(name, chat, read, written, untilFirst, whole, status));
  }
}
