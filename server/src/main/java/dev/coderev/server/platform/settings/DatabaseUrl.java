package dev.coderev.server.platform.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a database as operators write it, taken apart, so that whoever signs in there does
 * not stand in what drivers and logs show.
 *
 * @param address for the driver, with the options under the driver's names
 */
record DatabaseUrl(String address, Optional<String> user, Optional<String> password) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?]*)@)?(?<place>[^/?@]+(?:/[^/?]*)?|/[^/?]+)"
              + "(?:\\?(?<options>.*))?");

  /** Options whose names libpq and the driver do not share. */
  private static final Map<String, String> NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "sslnegotiation", "sslNegotiation",
          "target_session_attrs", "targetServerType");

  private static final Map<String, String> SERVERS =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  /** Takes an address apart; empty where it is none. */
  static Optional<DatabaseUrl> read(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(form));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static DatabaseUrl of(Matcher form) {
    String[] login = Optional.ofNullable(form.group("login")).orElse("").split(":", 2);
    Optional<String> user = Optional.of(decoded(login[0])).filter(name -> !name.isEmpty());
    Optional<String> password =
        login.length < 2 ? Optional.empty() : Optional.of(decoded(login[1]));
    List<String> options = new ArrayList<>();
    for (String option : Optional.ofNullable(form.group("options")).orElse("").split("&")) {
      String[] pair = option.split("=", 2);
      String value = pair.length < 2 ? "" : pair[1];
      switch (pair[0]) {
        case "" -> {}
        case "user" -> user = Optional.of(decoded(value));
        case "password" -> password = Optional.of(decoded(value));
        case "target_session_attrs" ->
            options.add(NAMES.get(pair[0]) + "=" + SERVERS.getOrDefault(value, value));
        default -> options.add(NAMES.getOrDefault(pair[0], pair[0]) + "=" + value);
      }
    }
    String address = "jdbc:postgresql://" + form.group("place");
    return new DatabaseUrl(
        options.isEmpty() ? address : address + "?" + String.join("&", options), user, password);
  }

  /** In an address a plus sign is a plus sign. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "DatabaseUrl";
  }
}
