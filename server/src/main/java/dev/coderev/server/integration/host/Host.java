package dev.coderev.server.integration.host;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of code host. */
public enum Host {
  GITHUB("https://github.com"),
  GITLAB("https://gitlab.com"),
  BITBUCKET("https://bitbucket.org");

  /** Those whose webhooks are understood. */
  public static final List<String> WITH_WEBHOOKS = List.of(GITHUB.id(), GITLAB.id());

  private final String usual;

  Host(String usual) {
    this.usual = usual;
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Host> byId(String id) {
    return Arrays.stream(values()).filter(host -> host.id().equals(id)).findFirst();
  }

  /** Where the public one of its kind is. */
  public String usualAddress() {
    return usual;
  }

  /** Where the API of the host with this address is. */
  public String api(String address) {
    return switch (this) {
      case GITHUB -> address.equals(usual) ? "https://api.github.com" : address + "/api/v3";
      case GITLAB -> address + "/api/v4";
      case BITBUCKET -> address.equals(usual) ? "https://api.bitbucket.org/2.0" : address + "/2.0";
    };
  }

  /** The user's name that goes with an access token when Git asks for one. */
  public String gitUser() {
    return switch (this) {
      case GITHUB -> "x-access-token";
      case GITLAB -> "oauth2";
      case BITBUCKET -> "x-token-auth";
    };
  }
}
