package dev.coderev.server.platform.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.SystemMetrics;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the log records by level, from its making to its closing. Where logging is configured
 * anew, which takes all appenders away, it goes on with the next sample of the gauges.
 */
@Component
class LogCounting implements GaugeSource, AutoCloseable {
  private final Counter counter;

  LogCounting(SystemMetrics metrics) {
    this.counter = new Counter(metrics);
    sample();
  }

  @Override
  public void sample() {
    root()
        .filter(root -> !root.isAttached(counter))
        .ifPresent(root -> {
          counter.setContext(root.getLoggerContext());
          counter.start();
          root.addAppender(counter);
        });
  }

  @Override
  public void close() {
    root().ifPresent(root -> root.detachAppender(counter));
    counter.stop();
  }

  private static Optional<Logger> root() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        ? Optional.of(context.getLogger(Logger.ROOT_LOGGER_NAME))
        : Optional.empty();
  }

  private static final class Counter extends AppenderBase<ILoggingEvent> {
    private final SystemMetrics metrics;

    Counter(SystemMetrics metrics) {
      this.metrics = metrics;
    }

    @Override
    protected void append(ILoggingEvent event) {
      metrics.logged(LogLevels.id(event));
    }
  }
}
