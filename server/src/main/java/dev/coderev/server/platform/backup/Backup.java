package dev.coderev.server.platform.backup;

import dev.coderev.server.platform.backup.Manifest.Table;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.settings.Version;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with every row of a database as of one moment, and the master key that opens its secrets.
 * The server may go on working while it is written.
 */
public final class Backup {
  static final String MANIFEST = "manifest.json";
  static final String KEY = "secret.key";

  private Backup() {}

  /**
   * Writes a backup; the file is there only when it is whole.
   *
   * @param masterKey the file with the master key; empty where the operator keeps it
   * @return how many rows it holds
   */
  public static long write(
      DatabaseAddress database, Optional<Path> masterKey, Path target, Clock clock) {
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try (Connection connection = database.connect()) {
      long rows;
      try (OutputStream file = new BufferedOutputStream(privately(fresh));
          ZipOutputStream zip = new ZipOutputStream(file)) {
        rows = write(connection, masterKey, zip, clock);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (SQLException | IOException e) {
      throw new BackupUnusable("the backup could not be written: " + e.getMessage(), e);
    } finally {
      fresh.toFile().delete();
    }
  }

  private static OutputStream privately(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return Files.newOutputStream(file);
  }

  private static long write(
      Connection connection, Optional<Path> masterKey, ZipOutputStream zip, Clock clock)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    String schema = Tables.schema(connection);
    if (schema.isEmpty()) {
      throw new BackupUnusable("there is no CodeRev in this database", null);
    }
    List<Table> tables = new ArrayList<>();
    for (String table : Tables.inOrder(connection)) {
      List<String> columns = Tables.columns(connection, table);
      zip.putNextEntry(new ZipEntry(table));
      DigestOutputStream digest = new DigestOutputStream(zip, sha256());
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy " + Tables.quoted(table) + " (" + Tables.list(columns) + ") to stdout",
                  digest);
      zip.closeEntry();
      tables.add(new Table(table, columns, rows, hex(digest.getMessageDigest())));
    }
    if (masterKey.isPresent() && Files.exists(masterKey.get())) {
      zip.putNextEntry(new ZipEntry(KEY));
      Files.copy(masterKey.get(), zip);
      zip.closeEntry();
    }
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(
        new JsonMapper()
            .writeValueAsBytes(
                new Manifest(Manifest.FORMAT, Version.CURRENT, schema, clock.instant(), tables)));
    zip.closeEntry();
    return tables.stream().mapToLong(Table::rows).sum();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
