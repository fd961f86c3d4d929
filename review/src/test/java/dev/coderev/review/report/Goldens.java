package dev.coderev.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs beside the tests; {@code -Dgoldens.rewrite} writes them anew. */
public final class Goldens {
  private static final Path FOLDER = Path.of("src/test/resources/dev/coderev/review/report");

  private Goldens() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("goldens.rewrite")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  public static String written(ReportFormat format, ReviewBuilder review, ReportOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Reports.write(format, review.build(), review.sources(), options, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  public static String written(ReportFormat format, ReviewBuilder review) {
    return written(format, review, ReportOptions.DEFAULT);
  }
}
