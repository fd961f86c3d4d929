package dev.coderev.server.integration.host;

import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.outgoing.CallFailed;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.outgoing.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from the API of one code host, in somebody's name. */
public final class HostApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_PAGES = 30;
  private static final int PAGE = 100;

  private final Outgoing outgoing;
  private final Host host;
  private final String base;
  private final Optional<String> token;

  /**
   * The API of a host.
   *
   * @param address of the host, without a path of its API
   */
  public HostApi(Outgoing outgoing, Host host, String address, Optional<String> token) {
    this.outgoing = outgoing;
    this.host = host;
    this.base = host.api(address);
    this.token = token;
  }

  public Host host() {
    return host;
  }

  public JsonNode get(String path) {
    return json(send(Call.get(URI.create(base + path))));
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return change("POST", path, body);
  }

  public JsonNode put(String path, Map<String, ?> body) {
    return change("PUT", path, body);
  }

  public JsonNode patch(String path, Map<String, ?> body) {
    return change("PATCH", path, body);
  }

  public void delete(String path) {
    send(Call.delete(URI.create(base + path)));
  }

  private JsonNode change(String method, String path, Map<String, ?> body) {
    return json(send(Call.json(method, URI.create(base + path), JSON.writeValueAsString(body))));
  }

  /** All elements of a list, page by page; a list beyond any measure is cut. */
  public List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      List<JsonNode> items = page(path, page, PAGE);
      all.addAll(items);
      if (items.size() < PAGE) {
        break;
      }
    }
    return all;
  }

  /** One page of a list; fewer elements than asked for are its last ones. */
  public List<JsonNode> page(String path, int page, int limit) {
    String size = host == Host.BITBUCKET ? "pagelen=" : "per_page=";
    String query = (path.contains("?") ? "&" : "?") + size + limit + "&page=" + page;
    JsonNode answer = get(path + query);
    return (host == Host.BITBUCKET ? answer.at("/values") : answer).valueStream().toList();
  }

  /** Whether the host does this for us; what is gone or belongs to others it does not. */
  static boolean isAllowed(Runnable act) {
    try {
      act.run();
      return true;
    } catch (HostFailed failure) {
      if (failure.isRefusal()) {
        return false;
      }
      throw failure;
    }
  }

  private Reply send(Call bare) {
    Call call = bare.within(PATIENCE).header("User-Agent", "CodeRev");
    if (token.isPresent()) {
      call = call.header("Authorization", "Bearer " + token.get());
    }
    if (host == Host.GITHUB) {
      call =
          call.header("Accept", "application/vnd.github+json")
              .header("X-GitHub-Api-Version", "2022-11-28");
    }
    try {
      Reply reply = outgoing.send(call);
      if (!reply.isSuccess()) {
        throw new HostFailed(host.id() + " answered with status " + reply.status(), reply.status());
      }
      return reply;
    } catch (CallFailed failure) {
      throw new HostFailed(host.id() + ": " + failure.getMessage(), 0);
    }
  }

  private JsonNode json(Reply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException _) {
      throw unusable();
    }
  }

  /** The text or number at this place of an answer. */
  public String text(JsonNode answer, String pointer) {
    JsonNode value = answer.at(pointer);
    if (!value.isString() && !value.isNumber()) {
      throw unusable();
    }
    return value.asString();
  }

  /** The text at this place of an answer, if it has one. */
  static Optional<String> optionalText(JsonNode answer, String pointer) {
    return Optional.of(answer.at(pointer))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty());
  }

  /** The time at this place of an answer. */
  Instant time(JsonNode answer, String pointer) {
    try {
      return OffsetDateTime.parse(text(answer, pointer)).toInstant();
    } catch (DateTimeParseException _) {
      throw unusable();
    }
  }

  private HostFailed unusable() {
    return new HostFailed("the answer of " + host.id() + " is not in its documented form", 0);
  }
}
