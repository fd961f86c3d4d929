package dev.coderev.server.platform.backup;

import org.jspecify.annotations.Nullable;

/** A backup that cannot be written, or cannot be brought back; nothing was changed. */
public final class BackupUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  BackupUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
