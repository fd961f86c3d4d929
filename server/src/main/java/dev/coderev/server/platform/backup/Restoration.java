package dev.coderev.server.platform.backup;

import dev.coderev.server.platform.backup.Manifest.Table;
import dev.coderev.server.platform.database.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The way of a backup back into an empty database. */
public final class Restoration implements AutoCloseable {
  private final ZipFile file;
  private final Manifest manifest;

  private Restoration(ZipFile file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and checks that every part of it is as it was written.
   *
   * @throws BackupUnusable if it is none, or damaged
   */
  public static Restoration open(Path path) {
    try {
      ZipFile file = new ZipFile(path.toFile());
      try {
        Restoration restoration = new Restoration(file, manifest(file));
        restoration.check();
        return restoration;
      } catch (IOException | RuntimeException failure) {
        file.close();
        throw failure;
      }
    } catch (ZipException | JacksonException e) {
      throw new BackupUnusable(path + " is not a backup of CodeRev, or it is damaged", e);
    } catch (IOException e) {
      throw new BackupUnusable(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Manifest manifest(ZipFile file) throws IOException {
    ZipEntry entry = file.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw new ZipException("no manifest");
    }
    try (InputStream in = file.getInputStream(entry)) {
      Manifest manifest = new JsonMapper().readValue(in, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupUnusable("the backup was written by a newer CodeRev", null);
      }
      return manifest;
    }
  }

  private void check() throws IOException {
    for (Table table : manifest.tables()) {
      try (InputStream in = rows(table);
          DigestInputStream digest = new DigestInputStream(in, Backup.sha256())) {
        digest.transferTo(java.io.OutputStream.nullOutputStream());
        if (!Backup.hex(digest.getMessageDigest()).equals(table.sha256())) {
          throw new BackupUnusable("the backup is damaged in " + table.name(), null);
        }
      }
    }
  }

  private InputStream rows(Table table) throws IOException {
    ZipEntry entry = file.getEntry(table.name());
    if (entry == null) {
      throw new BackupUnusable("the backup lacks " + table.name(), null);
    }
    return file.getInputStream(entry);
  }

  /** Writes the master key of the backup, if it holds one and there is none. */
  public void writeKey(Path target) {
    Optional<ZipEntry> entry = Optional.ofNullable(file.getEntry(Backup.KEY));
    if (entry.isEmpty() || Files.exists(target)) {
      return;
    }
    try (InputStream in = file.getInputStream(entry.get())) {
      Files.copy(in, target);
      if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fills an empty database. The rows come in one transaction, as they were: no trigger makes
   * others; where that fails the database is as empty as before.
   *
   * @return how many rows came in
   */
  public long into(DatabaseAddress database) {
    try (Connection connection = database.connect()) {
      if (!Tables.schema(connection).isEmpty()) {
        throw new BackupUnusable(
            "the database is not empty; restore into a new data folder or database", null);
      }
      try {
        migrate(database);
        return fill(connection);
      } catch (SQLException | IOException | RuntimeException failure) {
        clear(connection);
        throw failure;
      }
    } catch (SQLException | IOException | FlywayException e) {
      throw new BackupUnusable("the backup could not be restored: " + e.getMessage(), e);
    }
  }

  private void migrate(DatabaseAddress database) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password().orElse(""))
        .locations("classpath:db/migration")
        .target(MigrationVersion.fromVersion(manifest.schema()))
        .load()
        .migrate();
  }

  private long fill(Connection connection) throws SQLException, IOException {
    connection.setAutoCommit(false);
    long all = 0;
    for (Table table : manifest.tables()) {
      String name = Tables.quoted(table.name());
      try (InputStream in = rows(table);
          Statement statement = connection.createStatement()) {
        statement.execute("alter table " + name + " disable trigger user");
        statement.execute("delete from " + name);
        long rows =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + Tables.list(table.columns()) + ") from stdin", in);
        if (rows != table.rows()) {
          throw new BackupUnusable("rows of " + table.name() + " are missing", null);
        }
        statement.execute("alter table " + name + " enable trigger user");
        all += rows;
      }
    }
    Sequences.catchUp(connection);
    connection.commit();
    return all;
  }

  private static void clear(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
