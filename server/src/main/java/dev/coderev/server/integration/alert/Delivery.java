package dev.coderev.server.integration.alert;

import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.outgoing.CallFailed;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.outgoing.Reply;
import java.net.URI;
import java.time.Duration;

/** The way of a message to a service that answers with a status only. */
final class Delivery {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  private final Outgoing outgoing;
  private final String service;

  /**
   * The way to a service.
   *
   * @param service its name, for messages
   */
  Delivery(Outgoing outgoing, String service) {
    this.outgoing = outgoing;
    this.service = service;
  }

  /**
   * Sends JSON.
   *
   * @throws AlertUndelivered unless the service takes it
   */
  void post(String url, String body) {
    Reply reply;
    try {
      reply = outgoing.send(Call.json("POST", URI.create(url), body).within(PATIENCE));
    } catch (CallFailed failure) {
      throw new AlertUndelivered(
          service + ": " + failure.getMessage(), failure.why() == CallFailed.Cause.REFUSED);
    }
    if (!reply.isSuccess()) {
      boolean mayPass = reply.status() == TOO_MANY || reply.status() >= SERVER_ERRORS;
      throw new AlertUndelivered(service + " answered " + reply.status(), !mayPass);
    }
  }
}
