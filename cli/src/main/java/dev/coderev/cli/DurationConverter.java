package dev.coderev.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a time such as {@code 500ms}, {@code 30s}, {@code 5m} or {@code 1h}; seconds by default.
 */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})(ms|s|m|h)?");

  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException("'" + value + "' is no time; write 500ms, 30s, 5m or 1h");
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case null, default -> Duration.ofSeconds(number);
    };
  }
}
