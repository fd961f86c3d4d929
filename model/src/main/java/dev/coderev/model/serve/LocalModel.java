package dev.coderev.model.serve;

import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.template.ChatTemplate;
import dev.coderev.model.tokens.Tokenizer;
import java.nio.file.Path;

/** A model of this machine that is open for requests: its tokenizer, its memory and its batches. */
public final class LocalModel implements AutoCloseable {

  private final Tokenizer tokenizer;
  private final LoadedModel loaded;
  private final Served served;

  private LocalModel(Tokenizer tokenizer, LoadedModel loaded, Served served) {
    this.tokenizer = tokenizer;
    this.loaded = loaded;
    this.served = served;
  }

  /**
   * Opens a model; nothing stays open when that fails.
   *
   * @param path a Hugging Face directory or a GGUF file
   * @param id what clients call it
   */
  public static LocalModel open(Path path, String id, RuntimeOptions options, BatchLimits limits) {
    Tokenizer tokenizer = Tokenizer.open(path);
    try {
      LoadedModel loaded = LoadedModel.open(path, options);
      try {
        return open(tokenizer, loaded, id, limits);
      } catch (RuntimeException | Error e) {
        loaded.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      tokenizer.close();
      throw e;
    }
  }

  private static LocalModel open(
      Tokenizer tokenizer, LoadedModel loaded, String id, BatchLimits limits) {
    var template = tokenizer.chatTemplate().map(ChatTemplate::parse);
    var bytes = new TokenizerBytes(tokenizer, loaded.config());
    var batcher = new Batcher(loaded, bytes, limits);
    return new LocalModel(tokenizer, loaded, new Served(id, batcher, tokenizer, bytes, template));
  }

  public Served served() {
    return served;
  }

  public LoadedModel loaded() {
    return loaded;
  }

  /** Lets running requests end for a while, then frees everything. */
  @Override
  public void close() {
    try (tokenizer;
        loaded) {
      served.batcher().close();
    }
  }
}
