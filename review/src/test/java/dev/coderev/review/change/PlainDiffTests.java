package dev.coderev.review.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ChangeSummary.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainDiffTests {
  private static final String DIFF =
      """
      diff --git a/app.py b/app.py
      --- a/app.py
      +++ b/app.py
      @@ -1,3 +1,4 @@
       a = 1
      -b = 2
      +b = 20
      +bb = 21
       c = 3
      """;

  @TempDir Path root;

  @Test
  void appliesToFilesAsTheyWereBefore() throws IOException {
    write("app.py", "a = 1\nb = 2\nc = 3\n");
    ChangedFile file = read(DIFF).files().getFirst();
    assertThat(text(file.before())).isEqualTo("a = 1\nb = 2\nc = 3\n");
    assertThat(text(file.after())).isEqualTo("a = 1\nb = 20\nbb = 21\nc = 3\n");
    assertThat(file.lineChanges().touched().stream().toArray()).containsExactly(2, 3);
  }

  @Test
  void worksBackwardsFromFilesAsTheyAreAfter() throws IOException {
    write("app.py", "a = 1\nb = 20\nbb = 21\nc = 3\n");
    ChangedFile file = read(DIFF).files().getFirst();
    assertThat(text(file.before())).isEqualTo("a = 1\nb = 2\nc = 3\n");
    assertThat(text(file.after())).isEqualTo("a = 1\nb = 20\nbb = 21\nc = 3\n");
  }

  @Test
  void findsHunksThatHaveMoved() throws IOException {
    write("app.py", "# one\n# two\na = 1\nb = 2\nc = 3\n");
    assertThat(text(read(DIFF).files().getFirst().after()))
        .isEqualTo("# one\n# two\na = 1\nb = 20\nbb = 21\nc = 3\n");
  }

  @Test
  void refusesADiffThatDoesNotFit() throws IOException {
    write("app.py", "nothing alike\n");
    assertThatThrownBy(() -> read(DIFF))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("x.diff does not apply to app.py");
  }

  @Test
  void takesNewFilesFromTheDiff() {
    ChangedFile file =
        read("""
        --- /dev/null
        +++ b/new.py
        @@ -0,0 +1,2 @@
        +a = 1
        +b = 2
        \\ No newline at end of file
        """)
            .files()
            .getFirst();
    assertThat(file.kind()).isEqualTo(Kind.ADDED);
    assertThat(file.path()).isEqualTo("new.py");
    assertThat(text(file.after())).isEqualTo("a = 1\nb = 2");
  }

  @Test
  void understandsDeletionsAndRenames() throws IOException {
    write("old.py", "a = 1\n");
    write("from.py", "x = 1\ny = 2\n");
    Change change =
        read(
            """
            diff --git a/old.py b/old.py
            deleted file mode 100644
            --- a/old.py
            +++ /dev/null
            @@ -1 +0,0 @@
            -a = 1
            diff --git a/from.py b/to.py
            similarity index 50%
            rename from from.py
            rename to to.py
            --- a/from.py
            +++ b/to.py
            @@ -1,2 +1,2 @@
             x = 1
            -y = 2
            +y = 3
            """);
    assertThat(change.files()).extracting(ChangedFile::path).containsExactly("old.py", "to.py");
    assertThat(change.files())
        .extracting(ChangedFile::kind)
        .containsExactly(Kind.DELETED, Kind.RENAMED);
    assertThat(text(change.files().get(1).after())).isEqualTo("x = 1\ny = 3\n");
    assertThat(change.summary().added()).isEqualTo(1);
    assertThat(change.summary().removed()).isEqualTo(2);
  }

  @Test
  void keepsWindowsLineEndings() throws IOException {
    write("app.py", "a = 1\r\nb = 2\r\nc = 3\r\n");
    assertThat(
            text(
                read(DIFF.replace("\n", "\r\n").replace("py\r\n", "py\n").replace("@@\r\n", "@@\n"))
                    .files()
                    .getFirst()
                    .after()))
        .isEqualTo("a = 1\r\nb = 20\r\nbb = 21\r\nc = 3\r\n");
  }

  @Test
  void refusesTextThatIsNoDiff() {
    assertThatThrownBy(() -> read("hello\nworld\n"))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("not a unified diff");
    assertThat(read("").files()).isEmpty();
  }

  @Test
  void refusesADiffThatIsCutOff() {
    assertThatThrownBy(() -> read(DIFF.substring(0, DIFF.indexOf("+bb"))))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("not a sound unified diff");
  }

  @Test
  void refusesPathsOutsideOfTheProject() {
    assertThatThrownBy(() -> read(DIFF.replace("app.py", "../../etc/passwd")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("outside of the project");
  }

  private Change read(String diff) {
    return PlainDiff.read("x.diff", diff.getBytes(StandardCharsets.UTF_8), root);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
