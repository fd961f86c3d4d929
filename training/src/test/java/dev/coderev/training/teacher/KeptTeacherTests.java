package dev.coderev.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.TrainingException;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTeacherTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);
  private static final ModelConfig CONFIG = Presets.all().get("tiny-llama");
  private static final int VOCABULARY = CONFIG.vocabSize();
  private static final String DIGEST = "ab".repeat(32);
  private static final double TEMPERATURE = 2;

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();
  private final Parameters parameters = Parameters.initial(CONFIG, COMPUTE, 3);
  private final Network network = new Network(CONFIG, parameters, COMPUTE);
  private int asked;

  @BeforeEach
  void sharpen() { // an untrained network says nothing much of any token
    try (var _ = new PointerScope()) {
      parameters.values().mul_(new Scalar(8));
    }
  }

  @AfterEach
  void forget() {
    parameters.close();
  }

  private KeptTeacher open(String digest, int k, long limit) {
    return new KeptTeacher(
        folder,
        (rows, watcher) -> {
          asked += rows.rows();
          return Teacher.of(() -> network).ask(rows, watcher);
        },
        digest,
        VOCABULARY,
        k,
        TEMPERATURE,
        limit,
        COMPUTE,
        notes::add);
  }

  private static TokenBatch batch(long seed, int length) {
    return TokenBatch.of(new SplittableRandom(seed).ints(length, 0, VOCABULARY).toArray());
  }

  /** KL to another distribution over all tokens, and over the classes that are kept. */
  private double[] divergences(KeptTeacher kept, TokenBatch batch) {
    try (var _ = new PointerScope()) {
      int n = batch.ids().length;
      var whole = (Said.Whole) Teacher.of(() -> network).ask(batch, Watcher.NOBODY);
      Tensor p = whole.logs(0, n, TEMPERATURE);
      Tensor q = torch.log_softmax(p.roll(1).mul(new Scalar(0.7)), 1);
      var top = (Said.Top) kept.ask(batch, Watcher.NOBODY);
      Tensor few = top.logs(0, n);
      return new double[] {kl(p, q), kl(few, top.seenBy(q, 0, n))};
    }
  }

  private static double kl(Tensor p, Tensor q) {
    return p.exp().mul(p.sub(q)).sum().item_double();
  }

  @Test
  void whatIsKeptBoundsTheDivergenceFromBelowAndComesNearIt() {
    double before = 0;
    for (int k : new int[] {4, 64, VOCABULARY - 1}) {
      try (KeptTeacher kept = open(DIGEST, k, 1 << 30)) {
        double[] both = divergences(kept, batch(1, 40));
        assertThat(both[1]).isLessThanOrEqualTo(both[0] * 1.001).isGreaterThan(before);
        before = both[1];
        if (k == VOCABULARY - 1) { // the rest is a single token: nothing but halves is lost
          assertThat(both[1]).isCloseTo(both[0], within(2e-3 * both[0]));
        }
      }
      remove();
    }
  }

  private void remove() {
    try {
      Files.delete(folder.resolve(KeptTeacher.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sequencesThatWereAnsweredAreNotAskedAgain() {
    float[] first;
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      first = logs(kept, batch(1, 40));
      assertThat(logs(kept, batch(1, 40))).isEqualTo(first);
      assertThat(logs(kept, batch(2, 40))).isNotEqualTo(first);
      assertThat(asked).isEqualTo(2);
    }
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      assertThat(logs(kept, batch(1, 40))).isEqualTo(first);
      assertThat(asked).isEqualTo(2);
    }
  }

  private static float[] logs(KeptTeacher kept, TokenBatch batch) {
    try (var _ = new PointerScope()) {
      return Compute.toFloats(((Said.Top) kept.ask(batch, Watcher.NOBODY)).logs());
    }
  }

  @Test
  void aTornEndIsCutOffAndDamageIsAskedAgain() throws IOException {
    float[] first;
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      first = logs(kept, batch(1, 40));
      logs(kept, batch(2, 40));
    }
    Path file = folder.resolve(KeptTeacher.FILE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[200] ^= 1; // in the first record
    Files.write(file, bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes.length - 7L); // of the second
    }
    asked = 0;
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      assertThat(kept.sequences()).isZero();
      assertThat(logs(kept, batch(1, 40))).isEqualTo(first);
      logs(kept, batch(2, 40));
      assertThat(asked).isEqualTo(2);
    }
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      assertThat(logs(kept, batch(1, 40))).isEqualTo(first);
      assertThat(asked).isEqualTo(2);
    }
  }

  @Test
  void soundAnswersBehindADamagedHeadStay() throws IOException {
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      logs(kept, batch(1, 40));
      logs(kept, batch(2, 30));
      logs(kept, batch(3, 20));
    }
    Path file = folder.resolve(KeptTeacher.FILE);
    byte[] sound = Files.readAllBytes(file);
    int places = 4 * 4 + 8 + 64 + 16; // of the first record
    for (byte[] damage : new byte[][] {{0x7f, 0, 0, 40}, {0, 0, 0, 3}, {0, 0, 0, 0}}) {
      byte[] bytes = sound.clone();
      System.arraycopy(damage, 0, bytes, places, damage.length);
      Files.write(file, bytes);
      asked = 0;
      try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
        assertThat(kept.sequences()).isEqualTo(2);
        logs(kept, batch(2, 30));
        logs(kept, batch(3, 20));
        assertThat(asked).isZero();
      }
    }
  }

  @Test
  void aFullFileKeepsNoMoreButTheAnswersStayTheSame() {
    float[] unlimited;
    try (KeptTeacher kept = open(DIGEST, 16, 1 << 30)) {
      unlimited = logs(kept, batch(7, 40));
    }
    remove();
    try (KeptTeacher kept = open(DIGEST, 16, 4000)) {
      assertThat(logs(kept, batch(1, 40))).isNotEmpty();
      assertThat(logs(kept, batch(7, 40))).isEqualTo(unlimited);
      assertThat(kept.sequences()).isEqualTo(1);
      assertThat(notes).singleElement().asString().contains("fill their limit");
    }
    assertThat(folder.resolve(KeptTeacher.FILE)).isRegularFile();
    assertThat(folder.resolve(KeptTeacher.FILE).toFile().length()).isLessThanOrEqualTo(4000);
  }

  @Test
  void answersOfOtherTeachersAreRefused() {
    open(DIGEST, 16, 1 << 30).close();
    assertThatThrownBy(() -> open("cd".repeat(32), 16, 1 << 30))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("another teacher");
    assertThatThrownBy(() -> open(DIGEST, 17, 1 << 30)).hasMessageContaining("other size");
    assertThatThrownBy(() -> open(DIGEST, VOCABULARY, 1 << 30))
        .hasMessageContaining("cannot be kept of a vocabulary");
  }
}
