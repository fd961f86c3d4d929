package dev.coderev.analysis.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.resolve.PropertyFiles.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyFilesTests {
  private final PropertyFiles files =
      new PropertyFiles(
          Map.of(
              "a/src/app.properties", "key = value\nother: 1\n# no = comment\nlong = a\\\n   b\n",
              "a/src/conf/db.properties", "user=x",
              "b/src/db.properties", "user=y\nsame=1",
              "c/db.properties", "user=z\nsame=1",
              "broken.properties", "key = \\u12"));

  @Test
  void findsKeysByTheEndOfAPath() {
    assertThat(files.find("app.properties", "key")).isEqualTo(new Answer.Found("value"));
    assertThat(files.find("/app.properties", "other")).isEqualTo(new Answer.Found("1"));
    assertThat(files.find("app.properties", "long")).isEqualTo(new Answer.Found("ab"));
    assertThat(files.find("conf/db.properties", "user")).isEqualTo(new Answer.Found("x"));
  }

  @Test
  void tellsMissingKeysFromUnknownResources() {
    assertThat(files.find("app.properties", "no")).isEqualTo(new Answer.Missing());
    assertThat(files.find("none.properties", "key")).isEqualTo(new Answer.Unknown());
    assertThat(files.find("pp.properties", "key")).isEqualTo(new Answer.Unknown());
    assertThat(files.find("broken.properties", "key")).isEqualTo(new Answer.Unknown());
  }

  @Test
  void resourcesThatDifferAreUnknown() {
    assertThat(files.find("db.properties", "user")).isEqualTo(new Answer.Unknown());
    assertThat(files.find("src/db.properties", "same")).isEqualTo(new Answer.Found("1"));
  }
}
