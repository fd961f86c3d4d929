package dev.coderev.server.platform.error;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults of one request body, collected and then reported at once. */
public final class Faults {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  private final List<Fault> faults = new ArrayList<>();

  public Faults add(String field, String msg, String type) {
    faults.add(Fault.body(field, msg, type));
    return this;
  }

  /** Requires a text whose length lies in these bounds, in characters. */
  public Faults text(String field, @Nullable String value, int least, int most) {
    if (value == null) {
      return missing(field);
    }
    return optionalText(field, Optional.of(value), least, most);
  }

  public Faults optionalText(String field, Optional<String> value, int least, int most) {
    value.ifPresent(text -> {
      int length = text.codePointCount(0, text.length());
      if (length < least) {
        add(field, "needs at least " + least + " characters", "too_short");
      } else if (length > most) {
        add(field, "may have at most " + most + " characters", "too_long");
      } else if (text.indexOf('\0') >= 0) {
        add(field, "holds a character that is not allowed", "invalid_text");
      } else if (least > 0 && text.isBlank()) {
        add(field, "may not be blank", "blank");
      }
    });
    return this;
  }

  public Faults email(String field, @Nullable String value) {
    if (value == null) {
      return missing(field);
    }
    return value.length() <= 254 && EMAIL.matcher(value).matches()
        ? this
        : add(field, "is not an e-mail address", "invalid_email");
  }

  public Faults httpUrl(String field, Optional<String> value) {
    return value.isEmpty() || isHttpUrl(value.get())
        ? this
        : add(field, "must be an http or https address", "invalid_url");
  }

  private static boolean isHttpUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return text.length() <= 2048
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  public Faults oneOf(String field, @Nullable String value, Collection<String> allowed) {
    if (value == null) {
      return missing(field);
    }
    return allowed.contains(value)
        ? this
        : add(field, "must be one of " + String.join(", ", allowed), "invalid_choice");
  }

  public Faults range(String field, Optional<? extends Number> value, long least, long most) {
    value.ifPresent(number -> {
      if (number.doubleValue() < least || number.doubleValue() > most) {
        add(field, "must lie between " + least + " and " + most, "out_of_range");
      }
    });
    return this;
  }

  public Faults required(String field, @Nullable Object value) {
    return value == null ? missing(field) : this;
  }

  private Faults missing(String field) {
    return add(field, "is required", "missing");
  }

  public void throwIfAny() {
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
