package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a project as they are in this run, by number and by path, with what they declare.
 * Safe to share.
 */
record ProjectNow(
    List<? extends SourceUnit> units, Map<String, Integer> numbers, ProjectIndex index) {
  ProjectNow(List<? extends SourceUnit> units, ProjectIndex index) {
    this(units, numbers(units), index);
  }

  private static Map<String, Integer> numbers(List<? extends SourceUnit> units) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < units.size(); number++) {
      numbers.put(units.get(number).path(), number);
    }
    return numbers;
  }

  Optional<Integer> number(String path) {
    return Optional.ofNullable(numbers.get(path));
  }

  String path(int number) {
    return units.get(number).path();
  }

  /** The text of a file, read anew. */
  Optional<SourceFile> file(int number) {
    return units.get(number).read() instanceof SourceUnit.Reading.Read(SourceFile file, _)
        ? Optional.of(file)
        : Optional.empty();
  }
}
