package dev.coderev.model.init;

import dev.coderev.model.config.Architecture;
import dev.coderev.model.config.SpecialTokens;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.tokens.ByteAlphabet;
import dev.coderev.model.tokens.BytePairTokenizer;
import dev.coderev.model.tokens.SplitPattern;
import dev.coderev.model.tokens.TokenizerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A byte-level BPE tokenizer that CodeRev learns, from a sample of its own code or from a corpus,
 * with the special tokens and the message form of a family.
 */
public final class OwnTokenizer {

  private static final int BYTES = 256;
  private static final int MOST_MERGES = 2000;

  /** What surrounds the parts of a text whose middle is to be filled in. */
  public static final List<String> FILL_IN_THE_MIDDLE =
      List.of("<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>");

  private final Family family;
  private final List<String> specials;
  private final TokenizerFiles files;
  private final int firstSpecial;

  private OwnTokenizer(
      Family family, List<String> specials, int vocabSize, BytePairTraining training, int most) {
    this.family = family;
    this.specials = specials;
    int room = vocabSize - BYTES - specials.size();
    if (room < 0) {
      throw new IllegalArgumentException(
          "a vocabulary of " + vocabSize + " has no room for 256 bytes and special tokens");
    }
    var builder = new BytePairTokenizer(family.split());
    int next = 0;
    while (next < BYTES) {
      builder.token(next, String.valueOf(ByteAlphabet.character(next++)));
    }
    var known = new HashSet<String>();
    for (String[] merge : training.merges(Math.min(room, most))) {
      builder.merge(merge[0] + " " + merge[1]);
      if (known.add(merge[0] + merge[1])) {
        builder.token(next++, merge[0] + merge[1]);
      }
    }
    firstSpecial = next;
    for (String special : specials) {
      builder.add(next++, special, true);
    }
    family.begin().ifPresent(builder::beginWith);
    files =
        new TokenizerFiles(
            Path.of("tokenizer.json"),
            JsonWriter.indented(builder.json()),
            Optional.of(family.template()),
            family.begin(),
            Optional.of(family.ends().getFirst()));
  }

  /** A tokenizer of at most so many tokens, learnt from the sample. */
  public static OwnTokenizer of(Architecture architecture, int vocabSize) {
    Family family = Family.of(architecture);
    return new OwnTokenizer(
        family, family.specials(), vocabSize, sample(family.split()), MOST_MERGES);
  }

  /** The learning that fits a family: it is to be given texts. */
  public static BytePairTraining training(Architecture architecture) {
    return training(Family.of(architecture).split());
  }

  /** A tokenizer of at most so many tokens, learnt from texts, that can fill in the middle. */
  public static OwnTokenizer learnt(
      Architecture architecture, int vocabSize, BytePairTraining training) {
    Family family = Family.of(architecture);
    List<String> specials =
        Stream.concat(family.specials().stream(), FILL_IN_THE_MIDDLE.stream()).toList();
    return new OwnTokenizer(family, specials, vocabSize, training, Integer.MAX_VALUE);
  }

  private static BytePairTraining training(SplitPattern split) {
    return new BytePairTraining(Pattern.compile(split.regex(), Pattern.UNICODE_CHARACTER_CLASS));
  }

  private static BytePairTraining sample(SplitPattern split) {
    try (InputStream sample = OwnTokenizer.class.getResourceAsStream("sample.txt")) {
      if (sample == null) {
        throw new IllegalStateException("the sample text is missing from the jar");
      }
      BytePairTraining training = training(split);
      training.add(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
      return training;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TokenizerFiles files() {
    return files;
  }

  public SpecialTokens specialTokens() {
    return new SpecialTokens(
        family.begin().map(it -> OptionalInt.of(id(it))).orElseGet(OptionalInt::empty),
        family.ends().stream().map(this::id).toList());
  }

  /** The id of the token that ends a text, as opposed to a message. */
  public int textEndId() {
    return id(family.textEnd());
  }

  private int id(String special) {
    return firstSpecial + specials.indexOf(special);
  }

  /** Writes tokenizer.json, tokenizer_config.json and generation_config.json. */
  public void write(Path directory, int maxPositions) throws IOException {
    Files.writeString(directory.resolve("tokenizer.json"), files.json());
    JsonWriter.write(directory.resolve("tokenizer_config.json"), tokenizerConfig(maxPositions));
    var generation = new LinkedHashMap<String, Json>();
    family.begin().ifPresent(it -> generation.put("bos_token_id", Json.of(id(it))));
    generation.put("eos_token_id", Json.ints(family.ends().stream().map(this::id).toList()));
    JsonWriter.write(directory.resolve("generation_config.json"), new Json.Obj(generation));
  }

  private Json tokenizerConfig(int maxPositions) {
    var config = new LinkedHashMap<String, Json>();
    config.put("tokenizer_class", Json.of("PreTrainedTokenizerFast"));
    family.begin().ifPresent(it -> config.put("bos_token", Json.of(it)));
    config.put("eos_token", Json.of(family.ends().getFirst()));
    config.put("model_max_length", Json.of(maxPositions));
    config.put("clean_up_tokenization_spaces", Json.of(false));
    config.put("chat_template", Json.of(family.template()));
    return new Json.Obj(config);
  }

  /** What sets the families' texts apart. */
  private record Family(
      SplitPattern split,
      List<String> specials,
      Optional<String> begin,
      List<String> ends,
      String textEnd,
      String template) {

    private static final String CHATML =
        """
        {%- for message in messages %}
        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
        {%- endfor %}
        {%- if add_generation_prompt %}
        {{- '<|im_start|>assistant\\n' }}
        {%- endif %}
        """;

    private static final String HEADERS =
        """
        {{- bos_token }}
        {%- for message in messages %}
        {{- '<|start_header_id|>' + message.role + '<|end_header_id|>\\n\\n' }}
        {{- message.content | trim + '<|eot_id|>' }}
        {%- endfor %}
        {%- if add_generation_prompt %}
        {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
        {%- endif %}
        """;

    private static final String INSTRUCTIONS =
        """
        {{- bos_token }}
        {%- for message in messages %}
        {%- if message.role == 'assistant' %}
        {{- ' ' + message.content + eos_token }}
        {%- else %}
        {{- '[INST] ' + message.content + ' [/INST]' }}
        {%- endif %}
        {%- endfor %}
        """;

    static Family of(Architecture architecture) {
      return switch (architecture) {
        case QWEN2, QWEN3 ->
            new Family(
                SplitPattern.QWEN2,
                List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"),
                Optional.empty(),
                List.of("<|im_end|>", "<|endoftext|>"),
                "<|endoftext|>",
                CHATML);
        case LLAMA ->
            new Family(
                SplitPattern.LLAMA3,
                List.of(
                    "<|begin_of_text|>",
                    "<|end_of_text|>",
                    "<|start_header_id|>",
                    "<|end_header_id|>",
                    "<|eot_id|>"),
                Optional.of("<|begin_of_text|>"),
                List.of("<|end_of_text|>", "<|eot_id|>"),
                "<|end_of_text|>",
                HEADERS);
        case MISTRAL ->
            new Family(
                SplitPattern.LLAMA3,
                List.of("<s>", "</s>", "[INST]", "[/INST]"),
                Optional.of("<s>"),
                List.of("</s>"),
                "</s>",
                INSTRUCTIONS);
      };
    }
  }
}
