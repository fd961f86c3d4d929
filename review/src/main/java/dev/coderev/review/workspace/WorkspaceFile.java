package dev.coderev.review.workspace;

import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.workspace.TextDecoder.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A file on disk that was chosen for review, read when its turn comes. */
public record WorkspaceFile(String path, Path location, long expectedBytes, long maxBytes)
    implements SourceUnit {
  private static final int FIRST_LINE = 128;

  @Override
  public Reading read() {
    if (expectedBytes > maxBytes) {
      return tooLarge(expectedBytes);
    }
    try {
      byte[] bytes = Files.readAllBytes(location);
      return bytes.length > maxBytes ? tooLarge(bytes.length) : reading(path, bytes);
    } catch (IOException e) {
      return new Reading.Skipped(SkipReason.UNREADABLE, reasonOf(e));
    } catch (OutOfMemoryError _) {
      return new Reading.Skipped(SkipReason.TOO_LARGE, "does not fit into memory");
    }
  }

  /** What to examine of a file with this path and content. */
  public static Reading reading(String path, byte[] bytes) {
    if (bytes.length == 0) {
      return new Reading.Skipped(SkipReason.EMPTY, "the file is empty");
    }
    Optional<Decoded> decoded = TextDecoder.decode(bytes);
    if (decoded.isEmpty()) {
      return new Reading.Skipped(SkipReason.BINARY, "not a text file");
    }
    String text = decoded.get().text();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Language language = LanguageDetector.of(name, text);
    Optional<String> marker = MachineWritten.generatedMarker(text);
    if (marker.isPresent()) {
      return new Reading.Skipped(SkipReason.GENERATED, "marked: " + marker.get());
    }
    if (MachineWritten.isMinified(name, language, text)) {
      return new Reading.Skipped(SkipReason.MINIFIED, "lines too long to be written by hand");
    }
    return new Reading.Read(new SourceFile(path, language, text), decoded.get().note());
  }

  /**
   * The languages that the file may turn out to be in; looks into it only where the name is mute.
   */
  public Set<Language> candidateLanguages() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return LanguageDetector.candidates(name, this::firstLine);
  }

  private String firstLine() {
    try (InputStream in = Files.newInputStream(location)) {
      return firstLine(in.readNBytes(FIRST_LINE));
    } catch (IOException _) {
      return "";
    }
  }

  static String firstLine(byte[] content) {
    return new String(
        content, 0, Math.min(content.length, FIRST_LINE), StandardCharsets.ISO_8859_1);
  }

  private Reading tooLarge(long bytes) {
    return new Reading.Skipped(
        SkipReason.TOO_LARGE, bytes + " bytes, more than the limit of " + maxBytes);
  }

  static String reasonOf(IOException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
