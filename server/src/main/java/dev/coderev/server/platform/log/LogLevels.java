package dev.coderev.server.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** The five levels of the log; critical is an error with a marker, as Logback knows only four. */
public final class LogLevels {
  /** The process, or a part of it, cannot go on. */
  public static final Marker CRITICAL = MarkerFactory.getMarker("critical");

  private LogLevels() {}

  /**
   * The properties that make a level hold for our loggers; libraries tell of what is degraded only,
   * and a little more where everything is wanted.
   *
   * @param level DEBUG, INFO, WARNING (or WARN), ERROR or CRITICAL
   */
  public static Map<String, String> properties(String level) {
    return switch (level) {
      case "DEBUG" -> properties("DEBUG", "INFO");
      case "INFO" -> properties("INFO", "WARN");
      case "ERROR", "CRITICAL" -> properties("ERROR", "ERROR");
      default -> properties("WARN", "WARN");
    };
  }

  private static Map<String, String> properties(String own, String libraries) {
    return Map.of("logging.level.own", own, "logging.level.root", libraries);
  }

  static String id(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case Level.ERROR_INT ->
          event.getMarkerList() != null && event.getMarkerList().contains(CRITICAL)
              ? "critical"
              : "error";
      case Level.WARN_INT -> "warning";
      case Level.INFO_INT -> "info";
      default -> "debug";
    };
  }
}
