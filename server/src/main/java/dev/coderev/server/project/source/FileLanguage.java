package dev.coderev.server.project.source;

import dev.coderev.analysis.source.Language;
import java.util.Arrays;
import java.util.Locale;

/** The language that the name of a file stands for. */
final class FileLanguage {
  private FileLanguage() {}

  static String of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(Language.values())
        .filter(language -> language.extensions().contains(extension))
        .findFirst()
        .orElse(Language.TEXT)
        .id();
  }
}
