package dev.coderev.review.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SarifUrisTests {

  @Test
  void encodesWhatAUriMayNotHold() {
    assertThat(SarifUris.of("a b/c#d?e%f:é\\.java"))
        .isEqualTo("a%20b/c%23d%3Fe%25f%3A%C3%A9%5C.java");
  }

  @Test
  void keepsAFileOutsideTheProjectAbsolute() {
    assertThat(SarifUris.isRelative("/etc/passwd")).isFalse();
    assertThat(SarifUris.of("/etc/passwd")).isEqualTo("file:///etc/passwd");
  }

  @Test
  void endsABaseWithASlash() {
    assertThat(SarifUris.base(Path.of("/a/b c"))).isEqualTo("file:///a/b%20c/");
    assertThat(SarifUris.base(Path.of("/"))).isEqualTo("file:///");
  }
}
