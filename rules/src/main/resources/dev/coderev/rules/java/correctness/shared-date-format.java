import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;

class Formats {
  // ruleid: java.correctness.shared-date-format
  private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
  // ruleid: java.correctness.shared-date-format
  static final DateFormat TIME = new SimpleDateFormat("HH:mm");
  // ok: java.correctness.shared-date-format
  private static final DateTimeFormatter SAFE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  // ok: java.correctness.shared-date-format
  private final SimpleDateFormat own = new SimpleDateFormat("yyyy-MM-dd");
  // ok: java.correctness.shared-date-format
  private static final ThreadLocal<SimpleDateFormat> EACH =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));
}
