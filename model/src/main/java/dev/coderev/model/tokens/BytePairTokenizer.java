package dev.coderev.model.tokens;

import dev.coderev.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A byte-level BPE tokenizer in the making: collects tokens and merges, gives tokenizer.json. */
public final class BytePairTokenizer {

  private final SplitPattern split;
  private final Map<String, Json> vocabulary = new LinkedHashMap<>();
  private final List<String> merges = new ArrayList<>();
  private final List<Vocabulary.Added> added = new ArrayList<>();
  private Optional<String> begin = Optional.empty();

  public BytePairTokenizer(SplitPattern split) {
    this.split = split;
  }

  /** A token of the model, spelled in the byte alphabet. */
  public void token(int id, String spelled) {
    vocabulary.put(spelled, Json.of(id));
  }

  /** Two tokens with a blank between; earlier merges win. */
  public void merge(String pair) {
    merges.add(pair);
  }

  /** A token beside the model. */
  public void add(int id, String content, boolean special) {
    added.add(new Vocabulary.Added(id, content, special));
  }

  /** Puts an added token before every text. */
  public void beginWith(String content) {
    begin = Optional.of(content);
  }

  /** The content of tokenizer.json. */
  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("version", Json.of("1.0"));
    json.put("truncation", Json.NULL);
    json.put("padding", Json.NULL);
    json.put("added_tokens", new Json.Arr(added.stream().map(BytePairTokenizer::entry).toList()));
    json.put("normalizer", normalizer());
    json.put("pre_tokenizer", preTokenizer());
    json.put("post_processor", postProcessor());
    json.put("decoder", byteLevel());
    json.put("model", model());
    return new Json.Obj(json);
  }

  private static Json entry(Vocabulary.Added token) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("id", Json.of(token.id()));
    entry.put("content", Json.of(token.content()));
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      entry.put(flag, Json.of(false));
    }
    entry.put("special", Json.of(token.special()));
    return new Json.Obj(entry);
  }

  private Json normalizer() {
    return split == SplitPattern.QWEN2 ? typed("NFC") : Json.NULL;
  }

  private Json preTokenizer() {
    Json.Obj cut = typed("Split");
    var members = new LinkedHashMap<>(cut.members());
    members.put("pattern", new Json.Obj(Map.of("Regex", Json.of(split.regex()))));
    members.put("behavior", Json.of("Isolated"));
    members.put("invert", Json.of(false));
    var sequence = new LinkedHashMap<>(typed("Sequence").members());
    sequence.put("pretokenizers", new Json.Arr(List.of(new Json.Obj(members), byteLevel())));
    return new Json.Obj(sequence);
  }

  private Json postProcessor() {
    if (begin.isEmpty()) {
      return byteLevel();
    }
    String content = begin.get();
    int id =
        added.stream()
            .filter(it -> it.content().equals(content))
            .mapToInt(Vocabulary.Added::id)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(content + " is no added token"));
    Json first = piece("SpecialToken", content, 0);
    var template = new LinkedHashMap<>(typed("TemplateProcessing").members());
    template.put("single", new Json.Arr(List.of(first, piece("Sequence", "A", 0))));
    template.put(
        "pair",
        new Json.Arr(
            List.of(
                first,
                piece("Sequence", "A", 0),
                piece("SpecialToken", content, 1),
                piece("Sequence", "B", 1))));
    var token = new LinkedHashMap<String, Json>();
    token.put("id", Json.of(content));
    token.put("ids", Json.ints(List.of(id)));
    token.put("tokens", Json.strings(List.of(content)));
    template.put("special_tokens", new Json.Obj(Map.of(content, new Json.Obj(token))));
    return new Json.Obj(template);
  }

  private static Json piece(String kind, String id, int type) {
    var inner = new LinkedHashMap<String, Json>();
    inner.put("id", Json.of(id));
    inner.put("type_id", Json.of(type));
    return new Json.Obj(Map.of(kind, new Json.Obj(inner)));
  }

  private static Json byteLevel() {
    var members = new LinkedHashMap<>(typed("ByteLevel").members());
    members.put("add_prefix_space", Json.of(false));
    members.put("trim_offsets", Json.of(false));
    members.put("use_regex", Json.of(false));
    return new Json.Obj(members);
  }

  private Json model() {
    var model = new LinkedHashMap<>(typed("BPE").members());
    for (String absent :
        List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
      model.put(absent, Json.NULL);
    }
    model.put("fuse_unk", Json.of(false));
    model.put("byte_fallback", Json.of(false));
    model.put("ignore_merges", Json.of(split == SplitPattern.LLAMA3));
    model.put("vocab", new Json.Obj(vocabulary));
    model.put("merges", Json.strings(merges));
    return new Json.Obj(model);
  }

  private static Json.Obj typed(String type) {
    var members = new LinkedHashMap<String, Json>();
    members.put("type", Json.of(type));
    return new Json.Obj(members);
  }
}
