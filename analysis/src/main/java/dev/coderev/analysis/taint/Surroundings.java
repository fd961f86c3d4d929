package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.project.AskedIndex;
import dev.coderev.analysis.project.ProjectIndex;
import java.util.Optional;

/** The project around a file, as far as calls and names lead into it. */
public interface Surroundings {
  /** No project: the file stands alone. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public AskedIndex index() {
          return new AskedIndex(ProjectIndex.EMPTY);
        }

        @Override
        public Optional<FileContext> file(int number) {
          return Optional.empty();
        }
      };

  AskedIndex index();

  /** Whether a file may have sources or sinks of the rule at hand; true where nobody knows. */
  default boolean mayHaveEnds(int number) {
    return true;
  }

  /** A file by its number in the index, for the calling thread; empty where it cannot be read. */
  Optional<FileContext> file(int number);
}
