package dev.coderev.server.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The stored sources of projects. */
public interface SourceSnapshots {
  /** The ref of a project's main line. */
  String MAIN = "main";

  /** One state of a project's source. */
  record Snapshot(
      String id,
      String projectId,
      String ref,
      String origin,
      Optional<String> commit,
      Instant createdAt) {}

  /** The newest state of a branch. */
  Optional<Snapshot> latest(String projectId, String ref);

  Optional<Snapshot> find(String snapshotId);

  /** The digests of all files, by path. */
  Map<String, String> digests(String snapshotId);

  /** Writes the files into a folder that is there and empty. */
  void checkOut(String snapshotId, Path folder);

  Optional<byte[]> content(String snapshotId, String path);

  /** A new state of another branch: this one with one file changed. */
  Snapshot branch(Snapshot from, String ref, String path, byte[] content);

  /** Forgets all states of a branch. */
  void dropBranch(String projectId, String ref);

  /**
   * Clones the project's repository if it has one and its state is not stored yet.
   *
   * @return the newest state, from wherever it came; empty if there is no source at all
   */
  Optional<Snapshot> fetch(String projectId, Optional<String> repositoryUrl, String ref);
}
