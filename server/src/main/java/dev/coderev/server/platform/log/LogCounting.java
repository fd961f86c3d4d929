package dev.coderev.server.platform.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.coderev.server.platform.metric.SystemMetrics;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts the log records by level, from its making to its closing. */
@Component
class LogCounting implements AutoCloseable {
  private final Counter counter;

  LogCounting(SystemMetrics metrics) {
    this.counter = new Counter(metrics);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      counter.setContext(context);
      counter.start();
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(counter);
    }
  }

  @Override
  public void close() {
    if (counter.getContext() instanceof LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(counter);
    }
    counter.stop();
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
