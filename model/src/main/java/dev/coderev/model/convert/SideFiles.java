package dev.coderev.model.convert;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.tokens.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The small files beside the weights of a directory: tokenizer, template, generation. */
public final class SideFiles {

  private static final List<String> NAMES =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "tokenizer.model",
          "chat_template.jinja",
          "generation_config.json");

  private SideFiles() {}

  /** Copies the files of a directory, or writes what a GGUF file says. */
  public static void bring(Path source, ModelConfig config, Path target) throws IOException {
    if (Files.isDirectory(source)) {
      copy(source, target);
    } else {
      write(TokenizerFiles.open(source), config, target);
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    for (String name : NAMES) {
      Path file = source.resolve(name);
      if (Files.isRegularFile(file)) {
        Files.copy(file, target.resolve(name));
      }
    }
  }

  /** Writes what a GGUF file said about its tokenizer. */
  private static void write(TokenizerFiles tokenizer, ModelConfig config, Path target)
      throws IOException {
    Files.writeString(target.resolve("tokenizer.json"), tokenizer.json());
    var settings = new LinkedHashMap<String, Json>();
    settings.put("tokenizer_class", Json.of("PreTrainedTokenizerFast"));
    tokenizer.beginToken().ifPresent(it -> settings.put("bos_token", Json.of(it)));
    tokenizer.endToken().ifPresent(it -> settings.put("eos_token", Json.of(it)));
    settings.put("model_max_length", Json.of(config.maxPositions()));
    settings.put("clean_up_tokenization_spaces", Json.of(false));
    tokenizer.chatTemplate().ifPresent(it -> settings.put("chat_template", Json.of(it)));
    JsonWriter.write(target.resolve("tokenizer_config.json"), new Json.Obj(settings));
    var generation = new LinkedHashMap<String, Json>();
    config.specialTokens().beginId().ifPresent(it -> generation.put("bos_token_id", Json.of(it)));
    generation.put("eos_token_id", Json.ints(config.specialTokens().endIds()));
    JsonWriter.write(target.resolve("generation_config.json"), new Json.Obj(generation));
  }
}
