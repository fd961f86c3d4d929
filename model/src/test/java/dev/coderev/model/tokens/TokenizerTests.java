package dev.coderev.model.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import dev.coderev.model.config.Architecture;
import dev.coderev.model.init.OwnTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTests {

  @TempDir private Path folder;

  private Tokenizer tokenizer(Architecture architecture) throws IOException {
    OwnTokenizer.of(architecture, 1024).write(folder, 2048);
    return Tokenizer.open(folder);
  }

  private static String random(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> ' ' + random.nextInt(95);
            case 1 -> random.nextInt(0x2000);
            case 2 -> "\n\t  \r'sſ9½①é".codePointAt(random.nextInt(12));
            default -> random.nextInt(0x110000);
          };
      text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 'x' : point);
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void givesEveryTextBack(Architecture architecture) throws IOException {
    try (Tokenizer tokenizer = tokenizer(architecture)) {
      var random = new Random(3);
      for (int i = 0; i < 2000; i++) {
        String text = random(random);
        String normal =
            architecture == Architecture.QWEN2 || architecture == Architecture.QWEN3
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                : text;
        String back = tokenizer.decode(tokenizer.encode(text, false), false);
        // Unicode versions of the two libraries differ in unassigned characters only.
        if (normal.codePoints().allMatch(Character::isDefined)) {
          assertThat(back).isEqualTo(normal);
        }
      }
    }
  }

  @Test
  void addsABeginningWhereTheFamilyHasOne() throws IOException {
    try (Tokenizer llama = tokenizer(Architecture.LLAMA)) {
      int begin = llama.id("<|begin_of_text|>").orElseThrow();
      assertThat(llama.encode("a", true)).startsWith(begin).hasSize(2);
      assertThat(llama.encode("a", false)).hasSize(1);
      assertThat(llama.beginToken()).contains("<|begin_of_text|>");
      assertThat(llama.isSpecial(begin)).isTrue();
      assertThat(llama.token(begin)).contains("<|begin_of_text|>");
      assertThat(llama.size()).isGreaterThan(begin);
    }
    try (Tokenizer qwen = tokenizer(Architecture.QWEN2)) {
      assertThat(qwen.encode("a", true)).hasSize(1);
      assertThat(qwen.chatTemplate()).isPresent();
      assertThat(qwen.endToken()).contains("<|im_end|>");
    }
  }

  @Test
  void findsSpecialTokensInText() throws IOException {
    try (Tokenizer qwen = tokenizer(Architecture.QWEN2)) {
      int end = qwen.id("<|im_end|>").orElseThrow();
      int[] ids = qwen.encode("a<|im_end|>", false);
      assertThat(ids).endsWith(end).hasSize(2);
      assertThat(qwen.decode(ids, true)).isEqualTo("a");
      assertThat(qwen.decode(ids, false)).isEqualTo("a<|im_end|>");
    }
  }

  @Test
  void streamsWholeCharacters() throws IOException {
    try (Tokenizer tokenizer = tokenizer(Architecture.LLAMA)) {
      var random = new Random(5);
      for (int i = 0; i < 300; i++) {
        String text = random(random) + "東京😀";
        var stream = new TextStream(tokenizer, false);
        var together = new StringBuilder();
        for (int id : tokenizer.encode(text, false)) {
          String piece = stream.add(id);
          assertThat(piece).doesNotEndWith("\uFFFD");
          together.append(piece);
        }
        assertThat(together.append(stream.end())).hasToString(text);
      }
    }
  }

  @Test
  void endsACutCharacterWithAReplacement() throws IOException {
    try (Tokenizer tokenizer = tokenizer(Architecture.LLAMA)) {
      int[] ids = tokenizer.encode("a東", false);
      var stream = new TextStream(tokenizer, false);
      assertThat(stream.add(ids[0])).isEqualTo("a");
      assertThat(stream.add(ids[1])).isEmpty();
      assertThat(stream.end()).isEqualTo("\uFFFD");
    }
  }

  @Test
  void takesHalvesOfSurrogatePairs() throws IOException {
    try (Tokenizer tokenizer = tokenizer(Architecture.QWEN2)) {
      int[] ids = tokenizer.encode("a\uD83D", false);
      assertThat(tokenizer.decode(ids, false)).isEqualTo("a\uFFFD");
    }
  }

  @Test
  void isNoMoreUsedOnceClosed() throws IOException {
    Tokenizer tokenizer = tokenizer(Architecture.QWEN2);
    tokenizer.close();
    tokenizer.close();
    assertThatThrownBy(() -> tokenizer.encode("a", false))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void refusesFilesThatAreNoTokenizer() throws IOException {
    for (String wrong :
        new String[] {
          "",
          "{",
          "[]",
          "{}",
          "{\"model\": {\"type\": \"BPE\"}}",
          "{\"version\":\"1.0\",\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"x y\"]}}"
        }) {
      Files.writeString(folder.resolve("tokenizer.json"), wrong);
      assertThatThrownBy(() -> Tokenizer.open(folder)).as(wrong).isInstanceOf(MalformedFile.class);
    }
    Files.delete(folder.resolve("tokenizer.json"));
    assertThatThrownBy(() -> Tokenizer.open(folder))
        .hasMessageContaining("holds no tokenizer.json");
    assertThatThrownBy(() -> Tokenizer.open(folder.resolve("none")))
        .hasMessageContaining("neither a directory nor a file");
  }

  @Test
  void staysOfflineAndInsideItsCache() throws IOException {
    try (Tokenizer tokenizer = tokenizer(Architecture.QWEN2)) {
      assertThat(tokenizer.size()).isPositive();
      assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
      assertThat(System.getProperty("ENGINE_CACHE_DIR")).contains("coderev");
    }
  }
}
