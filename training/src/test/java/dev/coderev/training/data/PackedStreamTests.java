package dev.coderev.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedStreamTests {

  private static final FillInTheMiddle FILLING = new FillInTheMiddle(0.5, 900, 901, 902);

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    path = folder.resolve("tokens");
    try (var writer = new TokenFile.Writer(path)) {
      for (int document = 0; document < 7; document++) {
        var ids = new int[20 + 3 * document];
        Arrays.setAll(ids, i -> i + 100);
        ids[ids.length - 1] = document;
        writer.add(ids);
      }
      writer.finish();
    }
  }

  private static PackedStream stream(TokenFile file, FillInTheMiddle filling, Place place) {
    return new PackedStream(file, 11, filling, -1, place);
  }

  @Test
  void eachEpochHoldsEveryDocumentOnceInAnotherOrder() {
    try (TokenFile file = TokenFile.open(path)) {
      int all = (int) file.tokens();
      var stream = stream(file, FillInTheMiddle.NEVER, Place.START);
      long[] first = ends(stream.next(1, all));
      assertThat(stream.place()).isEqualTo(new Place(1, 0, 0));
      long[] second = ends(stream.next(1, all));
      assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
      assertThat(second).containsExactlyInAnyOrder(first).isNotEqualTo(first);
    }
  }

  private static long[] ends(TokenBatch batch) {
    return Arrays.stream(batch.ids()).filter(id -> id < 100).toArray();
  }

  @Test
  void targetsAreTheNextTokensOfTheSameDocument() {
    try (TokenFile file = TokenFile.open(path)) {
      TokenBatch batch = stream(file, FillInTheMiddle.NEVER, Place.START).next(3, 31);
      for (int i = 0; i + 1 < batch.ids().length; i++) {
        if (batch.ids()[i] < 100) {
          assertThat(batch.targets()[i]).isEqualTo(TokenBatch.IGNORED);
        } else {
          assertThat(batch.targets()[i]).isEqualTo(batch.ids()[i + 1]);
        }
        boolean starts = i % 31 == 0 || batch.ids()[i - 1] < 100;
        assertThat(batch.positions()[i]).isEqualTo(starts ? 0 : batch.positions()[i - 1] + 1);
      }
    }
  }

  @Test
  void goesOnAtAPlaceAsIfNeverClosed() {
    try (TokenFile file = TokenFile.open(path)) {
      var whole = stream(file, FILLING, Place.START);
      for (int i = 0; i < 40; i++) {
        var resumed = stream(file, FILLING, whole.place());
        assertThat(resumed.next(2, 13).ids()).isEqualTo(whole.next(2, 13).ids());
      }
    }
  }

  @Test
  void aDocumentTurnedAroundKeepsItsTokens() {
    int[] document = {5, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 6};
    var always = new FillInTheMiddle(1, 900, 901, 902);
    var random = new SplittableRandom(4);
    for (int i = 0; i < 50; i++) {
      int[] turned = always.apply(document, 1, 1, random);
      assertThat(turned[0]).isEqualTo(5);
      assertThat(turned[1]).isEqualTo(900);
      assertThat(turned[turned.length - 1]).isEqualTo(6);
      int suffix = indexOf(turned, 902);
      int middle = indexOf(turned, 901);
      int[] back = {};
      back = join(back, turned, 0, 1);
      back = join(back, turned, 2, suffix);
      back = join(back, turned, middle + 1, turned.length - 1);
      back = join(back, turned, suffix + 1, middle);
      back = join(back, turned, turned.length - 1, turned.length);
      assertThat(back).isEqualTo(document);
    }
  }

  private static int indexOf(int[] ids, int id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  private static int[] join(int[] front, int[] from, int begin, int end) {
    int[] all = Arrays.copyOf(front, front.length + end - begin);
    System.arraycopy(from, begin, all, front.length, end - begin);
    return all;
  }

  @Test
  void aLongDocumentIsStoredInPieces() throws IOException {
    Path pieces = folder.resolve("pieces");
    try (var writer = new TokenFile.Writer(pieces)) {
      writer.addPieces(new int[] {1, 2, 3, 4, 5, 6, 7}, 3);
      assertThat(writer.tokens()).isEqualTo(7);
      writer.finish();
    }
    try (TokenFile file = TokenFile.open(pieces)) {
      assertThat(file.documents()).isEqualTo(3);
      assertThat(file.document(1)).containsExactly(4, 5, 6);
      assertThat(file.document(2)).containsExactly(7);
    }
  }

  @Test
  void refusesAFileThatWasCutShort() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 4));
    assertThatThrownBy(() -> TokenFile.open(cut))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("cut short");
    Path other = Files.writeString(folder.resolve("other"), "no tokens in here");
    assertThatThrownBy(() -> TokenFile.open(other)).hasMessageContaining("holds no tokens");
  }
}
