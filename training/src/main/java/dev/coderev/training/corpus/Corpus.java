package dev.coderev.training.corpus;

import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Files, folders and zip archives as a sequence of different texts, always in the same order.
 *
 * <p>What is binary, too large or empty is left out, and so is a text that stood earlier in the
 * corpus already.
 */
public final class Corpus {

  /** Why a file is no part of the corpus. */
  public enum Skipped {
    BINARY,
    TOO_LARGE,
    EMPTY,
    REPEATED
  }

  /** How many files were taken, and how many were not. */
  public record Summary(int texts, long characters, Map<Skipped, Integer> skipped) {

    public Summary {
      skipped = Map.copyOf(skipped);
    }

    private String words() {
      return skipped.isEmpty() ? "no files at all" : "only files that were skipped: " + skipped;
    }
  }

  /** The largest file that is read, in bytes. */
  public static final long LARGEST = 2_000_000;

  private final List<Path> paths;

  private Corpus(List<Path> paths) {
    this.paths = paths;
  }

  /** The corpus at some places, which must exist. */
  public static Corpus of(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new TrainingException(path + ": no such file or folder");
      }
    }
    return new Corpus(List.copyOf(paths));
  }

  /**
   * Gives every text to a taker.
   *
   * @throws TrainingException when there is none
   */
  public Summary read(Consumer<SourceText> taker) {
    var pass = new Pass(taker);
    try {
      for (Path path : paths) {
        pass.path(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the corpus: " + e.getMessage(), e);
    }
    var summary = new Summary(pass.texts, pass.characters, pass.skipped);
    if (summary.texts() == 0) {
      throw new TrainingException(
          "the corpus "
              + paths
              + " holds no text: "
              + summary.words()
              + "; give folders, files or zip archives of UTF-8 text of at most "
              + LARGEST
              + " bytes each");
    }
    return summary;
  }

  /** One walk over all the files. */
  private static final class Pass {
    private final Consumer<SourceText> taker;
    private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
    private final Set<ContentDigest> seen = new HashSet<>();
    private int texts;
    private long characters;

    Pass(Consumer<SourceText> taker) {
      this.taker = taker;
    }

    void path(Path path) throws IOException {
      if (Files.isDirectory(path)) {
        folder(path);
      } else if (path.toString().endsWith(".zip")) {
        archive(path);
      } else {
        file(path, String.valueOf(path.getFileName()));
      }
    }

    private void folder(Path folder) throws IOException {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files =
            walk.filter(Files::isRegularFile)
                .filter(file -> !isHidden(folder.relativize(file)))
                .sorted(Comparator.comparing(file -> name(folder, file)))
                .toList();
      }
      for (Path file : files) {
        file(file, name(folder, file));
      }
    }

    private static String name(Path folder, Path file) {
      return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path path) {
      for (Path part : path) {
        if (part.toString().startsWith(".")) {
          return true;
        }
      }
      return false;
    }

    private void file(Path file, String name) throws IOException {
      if (Files.size(file) > LARGEST) {
        skip(Skipped.TOO_LARGE);
      } else {
        take(name, Files.readAllBytes(file));
      }
    }

    private void archive(Path path) throws IOException {
      try (var zip = new ZipFile(path.toFile())) {
        var entries = new ArrayList<ZipEntry>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entries::add);
        entries.sort(Comparator.comparing(ZipEntry::getName));
        for (ZipEntry entry : entries) {
          try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
              skip(Skipped.TOO_LARGE);
            } else {
              take(entry.getName(), bytes);
            }
          }
        }
      }
    }

    private void take(String name, byte[] bytes) {
      Optional<String> text = text(bytes);
      if (text.isEmpty()) {
        skip(Skipped.BINARY);
      } else if (text.get().isBlank()) {
        skip(Skipped.EMPTY);
      } else {
        SourceText found = SourceText.of(name, text.get());
        if (seen.add(found.digest())) {
          texts++;
          characters += found.text().length();
          taker.accept(found);
        } else {
          skip(Skipped.REPEATED);
        }
      }
    }

    private void skip(Skipped reason) {
      skipped.merge(reason, 1, Integer::sum);
    }

    private static Optional<String> text(byte[] bytes) {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }
  }
}
