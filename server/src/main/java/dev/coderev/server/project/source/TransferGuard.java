package dev.coderev.server.project.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ProgressMonitor;

/** Ends a transfer whose folder grows over the limit. */
final class TransferGuard implements ProgressMonitor {
  private static final int UPDATES_BETWEEN_LOOKS = 256;

  private final Path folder;
  private int updates;
  private boolean cancelled;

  TransferGuard(Path folder) {
    this.folder = folder;
  }

  @Override
  public void start(int totalTasks) {}

  @Override
  public void beginTask(String title, int totalWork) {}

  @Override
  public void update(int completed) {
    updates++;
    if (updates % UPDATES_BETWEEN_LOOKS == 0 && size() > SourceLimits.MOST_BYTES) {
      cancelled = true;
    }
  }

  private long size() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException _) {
      return 0;
    }
  }

  @Override
  public void endTask() {}

  @Override
  public boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  @Override
  public void showDuration(boolean enabled) {}
}
