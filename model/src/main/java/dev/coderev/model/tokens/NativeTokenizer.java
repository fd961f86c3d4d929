package dev.coderev.model.tokens;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A tokenizer of the native library. The vocabulary is read in Java only when it is asked for. */
final class NativeTokenizer implements Tokenizer {

  private final TokenizerFiles files;
  private final TokenizersLibrary library = TokenizerNatives.library();
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private volatile @Nullable Vocabulary vocabulary;
  private long handle;

  private NativeTokenizer(TokenizerFiles files, long handle) {
    this.files = files;
    this.handle = handle;
  }

  static Tokenizer of(TokenizerFiles files) {
    TokenizersLibrary library = TokenizerNatives.library();
    try {
      long handle = library.createTokenizerFromString(files.json());
      library.disableTruncation(handle);
      library.disablePadding(handle);
      return new NativeTokenizer(files, handle);
    } catch (RuntimeException e) {
      throw new MalformedFile(files.source(), "its tokenizer is not valid: " + e.getMessage(), e);
    }
  }

  @Override
  public int[] encode(String text, boolean addSpecial) {
    return alive(tokenizer -> {
      long encoding = library.encode(tokenizer, whole(text), addSpecial);
      try {
        return LongStream.of(library.getTokenIds(encoding)).mapToInt(Math::toIntExact).toArray();
      } finally {
        library.deleteEncoding(encoding);
      }
    });
  }

  @Override
  public String decode(int[] ids, boolean skipSpecial) {
    long[] wide = IntStream.of(ids).asLongStream().toArray();
    return alive(tokenizer -> library.decode(tokenizer, wide, skipSpecial));
  }

  private <T> T alive(LongFunction<T> work) {
    life.readLock().lock();
    try {
      if (handle == 0) {
        throw new ModelException("the tokenizer of " + files.source() + " is closed");
      }
      return work.apply(handle);
    } finally {
      life.readLock().unlock();
    }
  }

  /** A lone half of a surrogate pair has no UTF-8; it becomes U+FFFD before it goes below. */
  private static String whole(String text) {
    if (text.chars().noneMatch(it -> Character.isSurrogate((char) it))) {
      return text;
    }
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE ? 0xFFFD : it)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private Vocabulary vocabulary() {
    Vocabulary read = vocabulary;
    if (read == null) {
      read = Vocabulary.of(files);
      vocabulary = read;
    }
    return read;
  }

  @Override
  public OptionalInt id(String token) {
    return vocabulary().id(token);
  }

  @Override
  public Optional<String> token(int id) {
    return vocabulary().token(id);
  }

  @Override
  public boolean isSpecial(int id) {
    return vocabulary().added(id).map(Vocabulary.Added::special).orElse(false);
  }

  @Override
  public int size() {
    return vocabulary().size();
  }

  @Override
  public Optional<String> chatTemplate() {
    return files.chatTemplate();
  }

  @Override
  public Optional<String> beginToken() {
    return files.beginToken();
  }

  @Override
  public Optional<String> endToken() {
    return files.endToken();
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (handle != 0) {
        library.deleteTokenizer(handle);
        handle = 0;
      }
    } finally {
      life.writeLock().unlock();
    }
  }
}
