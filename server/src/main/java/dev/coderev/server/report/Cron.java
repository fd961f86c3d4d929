package dev.coderev.server.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * Times of a cron line of five fields, in UTC: minute, hour, day of month, month, day of week.
 * Where both kinds of day are restricted, either is enough, as in crontab(5).
 */
final class Cron {
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;
  private static final int FIELDS = 5;
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:\\*|(?:\\d{1,2}|[A-Za-z]{3})(?:-(?:\\d{1,2}|[A-Za-z]{3}))?)(?:/\\d{1,2})?"
              + "(?:,(?:\\d{1,2}|[A-Za-z]{3})(?:-(?:\\d{1,2}|[A-Za-z]{3}))?(?:/\\d{1,2})?)*");

  private final List<CronExpression> alternatives;

  private Cron(List<CronExpression> alternatives) {
    this.alternatives = alternatives;
  }

  /** The times of this line; empty if it is not a sound line. */
  static Optional<Cron> of(String line) {
    String[] fields = line.strip().split("\\s+");
    if (fields.length != FIELDS
        || Stream.of(fields).anyMatch(field -> !FIELD.matcher(field).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Cron(alternatives(fields)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static List<CronExpression> alternatives(String[] fields) {
    boolean both = !fields[DAY_OF_MONTH].startsWith("*") && !fields[DAY_OF_WEEK].startsWith("*");
    return both
        ? List.of(without(fields, DAY_OF_WEEK), without(fields, DAY_OF_MONTH))
        : List.of(CronExpression.parse("0 " + String.join(" ", fields)));
  }

  private static CronExpression without(String[] fields, int field) {
    String[] others = fields.clone();
    others[field] = "*";
    return CronExpression.parse("0 " + String.join(" ", others));
  }

  /** The first time after this one; empty if there is none. */
  Optional<Instant> after(Instant time) {
    ZonedDateTime from = time.atZone(ZoneOffset.UTC);
    return alternatives.stream()
        .flatMap(one -> Optional.ofNullable(one.next(from)).stream())
        .map(ZonedDateTime::toInstant)
        .min(Comparator.naturalOrder());
  }
}
