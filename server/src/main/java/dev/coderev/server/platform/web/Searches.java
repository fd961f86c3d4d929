package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query parameters that filter lists. */
public final class Searches {
  private static final int MOST = 200;

  private Searches() {}

  /** A substring to look for. */
  public static Optional<String> text(@Nullable String search) {
    if (search != null && search.length() > MOST) {
      throw Problem.invalid(
          Fault.query("search", "may have at most " + MOST + " characters", "too_long"));
    }
    if (search != null && search.indexOf('\0') >= 0) {
      throw Problem.invalid(
          Fault.query("search", "holds a character that is not allowed", "invalid_text"));
    }
    return Optional.ofNullable(search).filter(text -> !text.isBlank());
  }

  /** One of a closed list of words. */
  public static Optional<String> choice(
      String name, @Nullable String value, Collection<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      throw Problem.invalid(
          Fault.query(name, "must be one of " + String.join(", ", allowed), "invalid_choice"));
    }
    return Optional.ofNullable(value);
  }

  /** A time in the form of RFC 3339, with any offset. */
  public static Optional<Instant> time(String name, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeParseException _) {
      throw Problem.invalid(Fault.query(name, "must be a time with an offset", "invalid_time"));
    }
  }

  /** The text as a pattern of {@code ilike} that finds it anywhere. */
  public static String like(String text) {
    return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }
}
