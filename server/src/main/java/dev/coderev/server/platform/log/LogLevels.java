package dev.coderev.server.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** The five levels of the log; critical is an error with a marker, as Logback knows only four. */
public final class LogLevels {
  /** The process, or a part of it, cannot go on. */
  public static final Marker CRITICAL = MarkerFactory.getMarker("critical");

  private LogLevels() {}

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
