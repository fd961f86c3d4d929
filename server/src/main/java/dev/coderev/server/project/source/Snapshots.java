package dev.coderev.server.project.source;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.project.SourceSnapshots.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored states of sources; equal contents are stored once. */
@Repository
class Snapshots {
  /** A file of a snapshot. */
  record StoredFile(String path, String sha, long size) {}

  private final JdbcClient database;
  private final Clock clock;

  Snapshots(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  String add(String projectId, String ref, String origin, Optional<String> commit) {
    String id = Ids.next("snap_");
    database
        .sql(
            """
            insert into snapshots (id, project_id, ref, origin, commit_id, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(projectId)
        .param(ref)
        .param(origin)
        .param(commit.orElse(null))
        .param(Rows.time(clock.instant()))
        .update();
    return id;
  }

  void setCommit(String snapshotId, String commit) {
    database
        .sql("update snapshots set commit_id = ? where id = ?")
        .param(commit)
        .param(snapshotId)
        .update();
  }

  void addFile(String snapshotId, String path, byte[] content) {
    String sha = Secrets.sha256(content);
    database
        .sql("insert into blobs (sha, size, content) values (?, ?, ?) on conflict do nothing")
        .param(sha)
        .param((long) content.length)
        .param(content)
        .update();
    database
        .sql(
            """
            insert into snapshot_files (snapshot_id, path, sha, size) values (?, ?, ?, ?)
            on conflict (snapshot_id, path) do update set sha = excluded.sha, size = excluded.size
            """)
        .param(snapshotId)
        .param(path)
        .param(sha)
        .param((long) content.length)
        .update();
  }

  void copyFiles(String from, String to) {
    database
        .sql(
            """
            insert into snapshot_files (snapshot_id, path, sha, size)
            select ?, path, sha, size from snapshot_files where snapshot_id = ?
            """)
        .param(to)
        .param(from)
        .update();
  }

  Optional<Snapshot> latest(String projectId, String ref) {
    return database
        .sql(
            """
            select * from snapshots where project_id = ? and ref = ?
            order by created_at desc, id desc limit 1
            """)
        .param(projectId)
        .param(ref)
        .query((row, _) -> snapshot(row))
        .optional();
  }

  Optional<Snapshot> find(String id) {
    return database
        .sql("select * from snapshots where id = ?")
        .param(id)
        .query((row, _) -> snapshot(row))
        .optional();
  }

  List<StoredFile> files(String snapshotId) {
    return database
        .sql("select path, sha, size from snapshot_files where snapshot_id = ? order by path")
        .param(snapshotId)
        .query((row, _) ->
            new StoredFile(row.getString("path"), row.getString("sha"), row.getLong("size")))
        .list();
  }

  Map<String, String> digests(String snapshotId) {
    Map<String, String> digests = new TreeMap<>();
    files(snapshotId).forEach(file -> digests.put(file.path(), file.sha()));
    return digests;
  }

  Optional<byte[]> content(String snapshotId, String path) {
    return database
        .sql(
            """
            select b.content from snapshot_files f join blobs b on b.sha = f.sha
            where f.snapshot_id = ? and f.path = ?
            """)
        .param(snapshotId)
        .param(path)
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  /** Streams the contents through a cursor: a transaction keeps it open. */
  @Transactional(readOnly = true)
  public void checkOut(String snapshotId, Path folder) {
    database
        .sql(
            """
            select f.path, b.content from snapshot_files f join blobs b on b.sha = f.sha
            where f.snapshot_id = ?
            """)
        .param(snapshotId)
        .withFetchSize(50)
        .query(row -> {
          write(folder, row.getString("path"), row.getBytes("content"));
        });
  }

  private static void write(Path folder, String path, byte[] content) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalStateException("a stored path leaves its project");
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(String projectId, String ref) {
    database
        .sql("delete from snapshots where project_id = ? and ref = ?")
        .param(projectId)
        .param(ref)
        .update();
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    return new Snapshot(
        row.getString("id"),
        row.getString("project_id"),
        row.getString("ref"),
        row.getString("origin"),
        Rows.text(row, "commit_id"),
        Rows.instant(row, "created_at"));
  }
}
