package dev.coderev.server.report;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the PDF renderer as part of the server's; by itself it writes to the console. */
final class RenderingLog implements XRLogger {
  private static final Logger LOG = LoggerFactory.getLogger("report.rendering");

  @Override
  public void log(String where, Level level, String message) {
    record(level, message, null);
  }

  @Override
  public void log(String where, Level level, String message, Throwable failure) {
    record(level, message, failure);
  }

  private static void record(Level level, String message, @Nullable Throwable failure) {
    LOG.atLevel(slf4j(level)).setCause(failure).addKeyValue("detail", message).log("rendering");
  }

  private static org.slf4j.event.Level slf4j(Level level) {
    return level.intValue() >= Level.WARNING.intValue()
        ? org.slf4j.event.Level.WARN
        : org.slf4j.event.Level.DEBUG;
  }

  @Override
  public void setLevel(String where, Level level) {
    // the server's settings decide
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return LOG.isEnabledForLevel(slf4j(diagnostic.getLevel()));
  }
}
