package dev.coderev.analysis.engine;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.SourceFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a project as one thread sees them: read and parsed when asked for, the last used of
 * them kept.
 */
final class ProjectFiles {
  /** Characters of source text whose trees and graphs are kept. */
  private static final long MOST_CHARACTERS = 3_000_000;

  private final List<? extends SourceUnit> units;
  private final SourceParser parser;
  private final PropertyFiles properties;
  private final Map<Integer, Optional<FileContext>> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long characters;

  ProjectFiles(List<? extends SourceUnit> units, SourceParser parser, PropertyFiles properties) {
    this.properties = properties;
    this.units = units;
    this.parser = parser;
  }

  /** A file by its number; empty where it cannot be read or parsed. */
  Optional<FileContext> file(int number) {
    Optional<FileContext> known = kept.get(number);
    if (known == null) {
      known = load(number);
      kept.put(number, known);
      characters += size(known);
      forget(number);
    }
    return known;
  }

  private Optional<FileContext> load(int number) {
    return units.get(number).read() instanceof SourceUnit.Reading.Read(SourceFile file, _)
            && file.language().isParsed()
        ? parse(file)
        : Optional.empty();
  }

  private Optional<FileContext> parse(SourceFile file) {
    try {
      return Optional.of(FileContext.of(parser.parse(file), parser, properties));
    } catch (ParseFailure | StackOverflowError | OutOfMemoryError _) {
      return Optional.empty();
    }
  }

  private static long size(Optional<FileContext> context) {
    return context.map(known -> known.file().text().length()).orElse(0);
  }

  /** Drops those not used for longest. */
  private void forget(int latest) {
    Iterator<Map.Entry<Integer, Optional<FileContext>>> oldest = kept.entrySet().iterator();
    while (characters > MOST_CHARACTERS && oldest.hasNext()) {
      Map.Entry<Integer, Optional<FileContext>> entry = oldest.next();
      if (entry.getKey() != latest) {
        characters -= size(entry.getValue());
        oldest.remove();
      }
    }
  }
}
