package dev.coderev.model.tokens;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.gguf.GgufFile;
import dev.coderev.model.gguf.GgufValue;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The tokenizer keys of GGUF files.
 *
 * <p>A file that we wrote carries its tokenizer.json whole, under the key that the format has for
 * it. From other files a byte-level BPE is put together again from tokens, merges and the name of
 * its split expression.
 */
public final class GgufTokenizer {

  private static final String MODEL = "tokenizer.ggml.model";
  private static final String PRE = "tokenizer.ggml.pre";
  private static final String TOKENS = "tokenizer.ggml.tokens";
  private static final String TYPES = "tokenizer.ggml.token_type";
  private static final String MERGES = "tokenizer.ggml.merges";
  private static final String BEGIN = "tokenizer.ggml.bos_token_id";
  private static final String END = "tokenizer.ggml.eos_token_id";
  private static final String ADD_BEGIN = "tokenizer.ggml.add_bos_token";
  private static final String TEMPLATE = "tokenizer.chat_template";
  private static final String WHOLE = "tokenizer.huggingface.json";

  private static final int NORMAL = 1;
  private static final int CONTROL = 3;
  private static final int USER = 4;
  private static final int UNUSED = 5;

  private GgufTokenizer() {}

  static TokenizerFiles read(GgufFile gguf) {
    Optional<String> whole = text(gguf, WHOLE);
    List<String> tokens = texts(gguf, TOKENS);
    return new TokenizerFiles(
        gguf.file(),
        whole.orElseGet(() -> JsonWriter.compact(rebuilt(gguf, tokens))),
        text(gguf, TEMPLATE),
        tokenOf(gguf, BEGIN, tokens),
        tokenOf(gguf, END, tokens));
  }

  private static Json rebuilt(GgufFile gguf, List<String> tokens) {
    String model = text(gguf, MODEL).orElse("none");
    if (!model.equals("gpt2") || tokens.isEmpty()) {
      throw new MalformedFile(
          gguf.file(),
          "key " + MODEL,
          "\"" + model + "\" cannot be read without tokenizer.huggingface.json, only \"gpt2\"");
    }
    var builder = new BytePairTokenizer(SplitPattern.named(text(gguf, PRE).orElse("default")));
    int[] types =
        gguf.metadata().get(TYPES) instanceof GgufValue.Array array ? array.ints() : new int[0];
    for (int id = 0; id < tokens.size(); id++) {
      int type = id < types.length ? types[id] : NORMAL;
      switch (type) {
        case UNUSED -> {}
        case CONTROL, USER -> builder.add(id, tokens.get(id), type == CONTROL);
        default -> builder.token(id, tokens.get(id));
      }
    }
    texts(gguf, MERGES).forEach(builder::merge);
    if (gguf.metadata().get(ADD_BEGIN) instanceof GgufValue.Bool(boolean adds) && adds) {
      tokenOf(gguf, BEGIN, tokens).ifPresent(builder::beginWith);
    }
    return builder.json();
  }

  private static Optional<String> tokenOf(GgufFile gguf, String key, List<String> tokens) {
    return gguf.metadata().get(key) instanceof GgufValue.Whole whole
            && whole.value() >= 0
            && whole.value() < tokens.size()
        ? Optional.of(tokens.get((int) whole.value()))
        : Optional.empty();
  }

  private static Optional<String> text(GgufFile gguf, String key) {
    return gguf.metadata().get(key) instanceof GgufValue.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static List<String> texts(GgufFile gguf, String key) {
    return gguf.metadata().get(key) instanceof GgufValue.Array array ? array.texts() : List.of();
  }

  /**
   * The keys of a tokenizer.
   *
   * @param rows how many tokens the embeddings have; ids without a token are filled
   * @param endId the token that ends a text, from the model's configuration
   */
  public static SequencedMap<String, GgufValue> keys(
      TokenizerFiles files, int rows, Optional<Integer> endId) {
    Vocabulary vocabulary = Vocabulary.of(files);
    if (vocabulary.size() > rows) {
      throw new MalformedFile(
          files.source(),
          "its tokenizer has " + vocabulary.size() + " tokens, the embeddings " + rows);
    }
    var tokens = new ArrayList<String>();
    int[] types = new int[rows];
    for (int id = 0; id < rows; id++) {
      Optional<String> token = vocabulary.token(id);
      tokens.add(token.orElse("[PAD" + id + "]"));
      types[id] = token.isEmpty() ? UNUSED : type(vocabulary.added(id));
    }
    var keys = new LinkedHashMap<String, GgufValue>();
    keys.put(MODEL, GgufValue.text("gpt2"));
    keys.put(PRE, GgufValue.text(SplitPattern.of(vocabulary.splitPattern()).ggufName()));
    keys.put(TOKENS, GgufValue.texts(tokens));
    keys.put(TYPES, GgufValue.ints(types));
    keys.put(MERGES, GgufValue.texts(vocabulary.merges()));
    putId(keys, BEGIN, files.beginToken(), vocabulary);
    endId.ifPresentOrElse(
        id -> keys.put(END, GgufValue.u32(id)),
        () -> putId(keys, END, files.endToken(), vocabulary));
    keys.put(ADD_BEGIN, GgufValue.bool(addsBegin(files)));
    files.chatTemplate().ifPresent(it -> keys.put(TEMPLATE, GgufValue.text(it)));
    keys.put(WHOLE, GgufValue.text(files.json()));
    return keys;
  }

  private static int type(Optional<Vocabulary.Added> added) {
    return added.map(it -> it.special() ? CONTROL : USER).orElse(NORMAL);
  }

  private static void putId(
      Map<String, GgufValue> keys, String key, Optional<String> token, Vocabulary vocabulary) {
    token.ifPresent(it -> vocabulary.id(it).ifPresent(id -> keys.put(key, GgufValue.u32(id))));
  }

  /** Asked of the tokenizer itself: does it put the first token before an empty text? */
  private static boolean addsBegin(TokenizerFiles files) {
    try (Tokenizer tokenizer = NativeTokenizer.of(files)) {
      return tokenizer.encode("", true).length > 0;
    }
  }
}
