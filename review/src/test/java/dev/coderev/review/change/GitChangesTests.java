package dev.coderev.review.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ChangeSummary.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ConfigConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangesTests {
  @TempDir Path folder;
  private Git git;

  @BeforeEach
  void createRepository() throws Exception {
    git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    git.getRepository()
        .getConfig()
        .setBoolean(ConfigConstants.CONFIG_COMMIT_SECTION, null, "gpgsign", false);
    write("kept.py", "a = 1\nb = 2\nc = 3\n");
    write("gone.py", "x = 1\n");
    write("moved.py", "one\ntwo\nthree\nfour\nfive\n");
    commit("first");
  }

  @AfterEach
  void closeRepository() {
    git.close();
  }

  @Test
  void uncommittedChangesIncludeFilesThatGitDoesNotKnow() throws IOException {
    write("kept.py", "a = 1\nb = 20\nc = 3\nd = 4\n");
    write("new.py", "n = 1\n");
    write(".gitignore", "secret.py\n");
    write("secret.py", "s = 1\n");
    Files.delete(folder.resolve("gone.py"));
    Change change = changes(GitChanges::uncommitted);
    assertThat(change.files())
        .extracting(ChangedFile::path)
        .containsExactly(".gitignore", "gone.py", "kept.py", "new.py");
    assertThat(change.files())
        .extracting(ChangedFile::kind)
        .containsExactly(Kind.ADDED, Kind.DELETED, Kind.MODIFIED, Kind.ADDED);
    ChangedFile kept = change.files().get(2);
    assertThat(kept.lineChanges().touched().stream().toArray()).containsExactly(2, 4);
    assertThat(new String(kept.before(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("a = 1\nb = 2\nc = 3\n");
  }

  @Test
  void stagedChangesLeaveOutWhatIsNotAdded() throws Exception {
    write("kept.py", "a = 100\nb = 2\nc = 3\n");
    git.add().addFilepattern("kept.py").call();
    write("kept.py", "a = 100\nb = 200\nc = 3\n");
    Change change = changes(GitChanges::staged);
    assertThat(change.files()).hasSize(1);
    assertThat(change.files().getFirst().lineChanges().touched().stream().toArray())
        .containsExactly(1);
  }

  @Test
  void aRenameKeepsItsHistory() throws Exception {
    Files.move(folder.resolve("moved.py"), folder.resolve("renamed.py"));
    git.rm().addFilepattern("moved.py").call();
    git.add().addFilepattern("renamed.py").call();
    Change change = changes(GitChanges::staged);
    assertThat(change.files()).hasSize(1);
    assertThat(change.files().getFirst().kind()).isEqualTo(Kind.RENAMED);
    assertThat(change.files().getFirst().oldPath()).isEqualTo("moved.py");
    assertThat(change.files().getFirst().lineChanges().added()).isZero();
  }

  @Test
  void aBaseIsComparedFromTheMergeBase() throws Exception {
    git.checkout().setCreateBranch(true).setName("feature").call();
    write("feature.py", "f = 1\n");
    commit("feature");
    git.checkout().setName("main").call();
    write("other.py", "o = 1\n");
    commit("other");
    git.checkout().setName("feature").call();
    assertThat(changes(g -> g.since("main")).files())
        .extracting(ChangedFile::path)
        .containsExactly("feature.py");
    assertThat(changes(g -> g.since("main...feature")).files())
        .extracting(ChangedFile::path)
        .containsExactly("feature.py");
    assertThat(changes(g -> g.since("main..feature")).files())
        .extracting(ChangedFile::path)
        .containsExactly("feature.py", "other.py");
  }

  @Test
  void aRepositoryWithoutACommitHasOnlyAdditions(@TempDir Path fresh) throws Exception {
    try (Git empty = Git.init().setDirectory(fresh.toFile()).call()) {
      Files.writeString(fresh.resolve("a.py"), "a = 1\n");
      try (GitChanges changes = GitChanges.open(empty.getRepository().getWorkTree().toPath())) {
        assertThat(changes.uncommitted().files())
            .extracting(ChangedFile::kind)
            .containsExactly(Kind.ADDED);
      }
    }
  }

  @Test
  void anUnknownRevisionIsNamed() {
    assertThatThrownBy(() -> changes(g -> g.since("nonesuch")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("nonesuch");
    assertThatThrownBy(() -> changes(g -> g.since("a b^{")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("a b^{");
  }

  @Test
  void aFolderOutsideOfGitIsNamed(@TempDir Path plain) {
    assertThatThrownBy(() -> GitChanges.open(plain))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("not in a git repository");
  }

  @Test
  void aBrokenRepositoryGivesOneClearLine() throws IOException {
    try (var objects = Files.walk(folder.resolve(".git/objects"))) {
      for (Path object : objects.filter(Files::isRegularFile).toList()) {
        object.toFile().setWritable(true);
        Files.writeString(object, "garbage");
      }
    }
    assertThatThrownBy(() -> changes(GitChanges::uncommitted))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("cannot be read")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private interface Reading {
    Change of(GitChanges changes);
  }

  private Change changes(Reading reading) {
    try (GitChanges changes = GitChanges.open(folder)) {
      return reading.of(changes);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void commit(String message) throws Exception {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage(message)
        .setAuthor("A", "a@example.org")
        .setCommitter("A", "a@example.org")
        .call();
  }
}
