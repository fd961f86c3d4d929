package dev.coderev.server.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param schema the version of the tables, as Flyway counts
 * @param tables in the order in which they can be filled
 */
record Manifest(int format, String version, String schema, Instant createdAt, List<Table> tables) {
  static final int FORMAT = 1;

  /**
   * One table.
   *
   * @param sha256 of its rows as they stand in the backup
   */
  record Table(String name, List<String> columns, long rows, String sha256) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  Manifest {
    tables = List.copyOf(tables);
  }
}
