package dev.coderev.analysis.engine;

import java.util.List;

/**
 * Files of the project that are not to be examined, but that have to do with those that are.
 *
 * @param around source into which and out of which calls and data lead; findings in it count only
 *     where a flow can pass a file that is examined
 * @param data files in which the code looks things up
 */
public record ProjectContext(List<? extends SourceUnit> around, List<? extends SourceUnit> data) {
  public static final ProjectContext NONE = new ProjectContext(List.of(), List.of());

  public ProjectContext {
    around = List.copyOf(around);
    data = List.copyOf(data);
  }
}
