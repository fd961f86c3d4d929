package dev.coderev.review.run;

import dev.coderev.analysis.engine.ProjectContext;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.change.Change;
import dev.coderev.review.workspace.Workspace;
import dev.coderev.review.workspace.WorkspaceFile;
import dev.coderev.review.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rest of a project as it lies on disk: what a change hands to a file that it leaves alone, or
 * gets from it, belongs to the change.
 *
 * @param notes on files that were left out
 */
record Surroundings(ProjectContext context, List<String> notes) {
  /** Of the files around a change, this much is looked at for data flow. */
  private static final long MOST_BYTES = 64L << 20;

  Surroundings {
    notes = List.copyOf(notes);
  }

  /**
   * The files around a change that are in the languages of the change.
   *
   * @param root of the project
   */
  static Surroundings of(
      Change change, Set<Language> languages, Path root, WorkspaceSettings settings) {
    if (languages.stream().noneMatch(Language::isParsed)) {
      return new Surroundings(new ProjectContext(List.of(), List.of()), List.of());
    }
    Set<String> changed =
        change.files().stream()
            .flatMap(file -> Stream.of(file.path(), file.oldPath()))
            .collect(Collectors.toSet());
    Workspace workspace = Workspace.choose(root, List.of(root), settings);
    List<SourceUnit> around = new ArrayList<>();
    List<SourceUnit> data = new ArrayList<>(workspace.data());
    long bytes = 0;
    int left = 0;
    for (WorkspaceFile file : workspace.files()) {
      if (file.path().endsWith(PropertyFiles.ENDING)) {
        data.add(file);
      } else if (!changed.contains(file.path()) && isIn(file, languages)) {
        if (bytes + file.expectedBytes() <= MOST_BYTES) {
          bytes += file.expectedBytes();
          around.add(file);
        } else {
          left++;
        }
      }
    }
    return new Surroundings(
        new ProjectContext(around, data),
        left == 0
            ? List.of()
            : List.of(
                "flow through "
                    + left
                    + " unchanged files was not followed; the limit is "
                    + (MOST_BYTES >> 20)
                    + " MB of unchanged files"));
  }

  private static boolean isIn(WorkspaceFile file, Set<Language> languages) {
    return file.candidateLanguages().stream()
        .anyMatch(language -> language.isParsed() && languages.contains(language));
  }
}
