package dev.coderev.model.tokens;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import dev.coderev.model.gguf.GgufFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What describes a tokenizer, wherever it was found.
 *
 * @param source the directory or file it came from
 * @param json the text of tokenizer.json
 */
public record TokenizerFiles(
    Path source,
    String json,
    Optional<String> chatTemplate,
    Optional<String> beginToken,
    Optional<String> endToken) {

  static final String TOKENIZER = "tokenizer.json";
  static final String CONFIG = "tokenizer_config.json";

  private static final String TEMPLATE_FILE = "chat_template.jinja";

  /** Finds a tokenizer in a directory or a GGUF file. */
  public static TokenizerFiles open(Path source) {
    if (Files.isDirectory(source)) {
      return ofDirectory(source);
    }
    if (!Files.isRegularFile(source)) {
      throw new ModelException(source + " is neither a directory nor a file");
    }
    try (var arena = Arena.ofConfined()) {
      return GgufTokenizer.read(GgufFile.open(source, arena));
    }
  }

  private static TokenizerFiles ofDirectory(Path directory) {
    Path file = directory.resolve(TOKENIZER);
    if (!Files.exists(file)) {
      throw new MalformedFile(directory, "holds no " + TOKENIZER);
    }
    String json = text(file);
    Path config = directory.resolve(CONFIG);
    if (!Files.exists(config)) {
      return new TokenizerFiles(
          directory, json, templateFile(directory), Optional.empty(), Optional.empty());
    }
    JsonObject settings = JsonObject.read(config);
    return new TokenizerFiles(
        directory,
        json,
        templateFile(directory).or(() -> template(settings)),
        token(settings, "bos_token"),
        token(settings, "eos_token"));
  }

  private static Optional<String> templateFile(Path directory) {
    Path file = directory.resolve(TEMPLATE_FILE);
    return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
  }

  /** One template, or a list of named ones of which "default" is meant. */
  private static Optional<String> template(JsonObject settings) {
    return switch (settings.find("chat_template").orElse(Json.NULL)) {
      case Json.Str text -> Optional.of(text.value());
      case Json.Arr named -> defaultTemplate(named.elements());
      default -> Optional.empty();
    };
  }

  private static Optional<String> defaultTemplate(List<Json> named) {
    return named.stream()
        .filter(Json.Obj.class::isInstance)
        .map(it -> ((Json.Obj) it).members())
        .filter(it -> Json.of("default").equals(it.get("name")))
        .map(it -> it.get("template"))
        .filter(Json.Str.class::isInstance)
        .map(it -> ((Json.Str) it).value())
        .findFirst();
  }

  /** A token is written as a text or as an object with its content. */
  private static Optional<String> token(JsonObject settings, String key) {
    return switch (settings.find(key).orElse(Json.NULL)) {
      case Json.Str text -> Optional.of(text.value());
      case Json.Obj object when object.members().get("content") instanceof Json.Str text ->
          Optional.of(text.value());
      default -> Optional.empty();
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new MalformedFile(file, "is not valid UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
