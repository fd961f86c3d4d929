package dev.coderev.server.platform.web;

import com.zaxxer.hikari.HikariDataSource;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.SystemMetrics;
import dev.coderev.server.platform.metric.SystemMetrics.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** How many connections clients hold to this server, and this server to its database. */
@Component
class Connections implements GaugeSource {
  private final SystemMetrics metrics;
  private final DataSource database;
  private final ObjectProvider<WebServerApplicationContext> web;

  Connections(
      SystemMetrics metrics, DataSource database, ObjectProvider<WebServerApplicationContext> web) {
    this.metrics = metrics;
    this.database = database;
    this.web = web;
  }

  @Override
  public void sample() {
    try {
      var pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
      if (pool != null) {
        metrics.connections(Connection.DATABASE, pool.getActiveConnections());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the pool is Hikari's", e);
    }
    WebServerApplicationContext context = web.getIfAvailable();
    if (context != null
        && context.getWebServer() instanceof TomcatWebServer tomcat
        && tomcat.getTomcat().getConnector().getProtocolHandler()
            instanceof AbstractProtocol<?> protocol) {
      metrics.connections(Connection.HTTP, (double) protocol.getConnectionCount());
    }
  }
}
