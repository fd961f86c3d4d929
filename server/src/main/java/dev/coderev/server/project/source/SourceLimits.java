package dev.coderev.server.project.source;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;

/** What the source of one project may take, counted while it comes in. */
final class SourceLimits {
  static final long MOST_BYTES = 512L << 20;
  static final int MOST_FILES = 200_000;
  static final int MOST_FILE_BYTES = 10 << 20;
  private static final int MOST_RATIO = 100;
  private static final long RATIO_FROM = 1 << 20;

  private final long packedBytes;
  private long bytes;
  private int files;

  /**
   * Limits for one intake.
   *
   * @param packedBytes the size of the archive; 0 where nothing is packed
   */
  SourceLimits(long packedBytes) {
    this.packedBytes = packedBytes;
  }

  /** One more file. */
  void file() {
    files++;
    if (files > MOST_FILES) {
      throw refused("holds more than " + MOST_FILES + " files");
    }
  }

  /** So many more bytes. */
  void bytes(long more) {
    bytes += more;
    if (bytes > MOST_BYTES) {
      throw Problem.of(
              ProblemCode.PAYLOAD_TOO_LARGE, "The source is larger than the limit when unpacked.")
          .with("limit_bytes", MOST_BYTES);
    }
    if (packedBytes > 0 && bytes > RATIO_FROM && bytes / packedBytes > MOST_RATIO) {
      throw refused("is packed more than " + MOST_RATIO + " to 1");
    }
  }

  static Problem refused(String why) {
    return Problem.invalid(Fault.body("archive", why, "invalid_archive"));
  }
}
