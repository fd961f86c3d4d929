package dev.coderev.review.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.patch.Patch;
import org.junit.jupiter.api.Test;

class UnifiedDiffTests {

  @Test
  void showsTheChangeWithThreeLinesOfContext() {
    String before = "1\n2\n3\n4\nold\n6\n7\n8\n9\n";
    assertThat(UnifiedDiff.of("src/a.py", before, before.replace("old", "new")))
        .isEqualTo(
            """
            --- a/src/a.py
            +++ b/src/a.py
            @@ -2,7 +2,7 @@
             2
             3
             4
            -old
            +new
             6
             7
             8
            """);
  }

  @Test
  void isEmptyWithoutAChange() {
    assertThat(UnifiedDiff.of("a", "x\n", "x\n")).isEmpty();
  }

  @Test
  void saysThatALineBreakIsMissingAtTheEnd() {
    assertThat(UnifiedDiff.of("a", "x", "y")).endsWith("+y\n\\ No newline at end of file\n");
  }

  @Test
  void canBeReadBackByGit() throws IOException {
    String diff = UnifiedDiff.of("é \"x\".py", "a\nb\n", "a\nc\n");
    Patch patch = new Patch();
    patch.parse(new ByteArrayInputStream(diff.getBytes(StandardCharsets.UTF_8)));
    assertThat(patch.getErrors()).isEmpty();
    assertThat(patch.getFiles()).hasSize(1);
    assertThat(patch.getFiles().getFirst().getNewPath()).isEqualTo("é \"x\".py");
  }
}
