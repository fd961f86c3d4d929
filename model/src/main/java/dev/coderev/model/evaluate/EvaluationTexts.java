package dev.coderev.model.evaluate;

import dev.coderev.model.ModelException;
import dev.coderev.model.tokens.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documents as tokens, none of them seen in training.
 *
 * @param documents of at least two tokens each
 */
public record EvaluationTexts(List<int[]> documents) {

  public EvaluationTexts {
    documents = documents.stream().filter(it -> it.length > 1).toList();
    if (documents.isEmpty()) {
      throw new ModelException("there is no document of two tokens or more to measure with");
    }
  }

  /** Files, and all files below folders, as one document each; files that are no text are left. */
  public static EvaluationTexts of(Tokenizer tokenizer, List<Path> paths) {
    var documents = new ArrayList<int[]>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ModelException(path + " does not exist");
      }
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          documents.add(tokens(tokenizer, file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path, e);
      }
    }
    return new EvaluationTexts(documents);
  }

  private static int[] tokens(Tokenizer tokenizer, Path file) throws IOException {
    try {
      return tokenizer.encode(Files.readString(file), true);
    } catch (CharacterCodingException e) {
      return new int[0];
    }
  }

  /** As many documents, spread evenly over all, as have so many tokens together. */
  public EvaluationTexts atMost(long tokens) {
    long all = documents.stream().mapToLong(it -> it.length).sum();
    if (all <= tokens) {
      return this;
    }
    int step = Math.toIntExact(Math.ceilDiv(all, tokens));
    var kept = new ArrayList<int[]>();
    long left = tokens;
    for (int i = 0; i < documents.size() && left > 1; i += step) {
      int[] document = documents.get(i);
      kept.add(Arrays.copyOf(document, (int) Math.min(left, document.length)));
      left -= document.length;
    }
    return new EvaluationTexts(kept);
  }
}
