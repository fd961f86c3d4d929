package dev.coderev.training.defect.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.DefectTask.Split;
import dev.coderev.training.defect.TaskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of this project's own sources. */
class TaskGeneratorTests {

  private static final Path SOURCES = Path.of("..", "model", "src", "main", "java");
  private static final TaskOptions OPTIONS = new TaskOptions(60, 0.9, 12, 0.4, 3);

  private static List<DefectTask> tasks = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void generate() {
    tasks = new TaskGenerator(OPTIONS).generate(Corpus.of(List.of(SOURCES)));
  }

  @Test
  void eachKindHasAsManyTasksWithADefectAsWithout() {
    for (DefectKind kind : DefectKind.values()) {
      List<DefectTask> some = tasks.stream().filter(it -> it.kind() == kind).toList();
      assertThat(some.stream().filter(DefectTask::isDefective).count())
          .as(kind.word())
          .isPositive()
          .isEqualTo(some.size() / 2);
    }
  }

  @Test
  void theRepairGivesTheMethodAsItsFileHasIt() throws IOException {
    for (DefectTask task : tasks) {
      String file = Files.readString(SOURCES.resolve(task.source()));
      if (task.isDefective()) {
        assertThat(file).doesNotContain(task.context() + task.code());
        String repaired = task.candidates().get(task.repair().orElseThrow()).applyTo(task.code());
        assertThat(file).contains(task.context() + repaired);
      } else {
        assertThat(file).contains(task.context() + task.code());
      }
    }
  }

  @Test
  void aFileIsOnOneSideOnly() {
    var sides =
        tasks.stream()
            .collect(
                Collectors.groupingBy(
                    DefectTask::source, Collectors.mapping(DefectTask::split, Collectors.toSet())));
    assertThat(sides.values()).allMatch(it -> it.size() == 1);
    assertThat(tasks).extracting(DefectTask::split).contains(Split.TUNE, Split.TEST);
    assertThat(tasks).extracting(DefectTask::id).doesNotHaveDuplicates();
  }

  /** What needs no model: the best rule "more than x" on one number, fixed on the other side. */
  @Test
  void lengthAndFormDoNotTellWhichMethodHasADefect() {
    assertThat(accuracy(task -> task.code().length())).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.code().lines().count())).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.candidates().size())).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.code().split("null", -1).length)).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.code().split("[+-] 1\\b", -1).length)).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.code().split("[<>]=", -1).length)).isBetween(0.35, 0.65);
    assertThat(accuracy(task -> task.context().length())).isBetween(0.35, 0.65);
  }

  private static double accuracy(ToDoubleFunction<DefectTask> feature) {
    List<DefectTask> tune = side(Split.TUNE);
    double best = 0;
    double cut = 0;
    boolean above = true;
    for (DefectTask at : tune) {
      double value = feature.applyAsDouble(at);
      double right = right(tune, feature, value, true);
      if (Math.max(right, 1 - right) > best) {
        best = Math.max(right, 1 - right);
        cut = value;
        above = right >= 0.5;
      }
    }
    return right(side(Split.TEST), feature, cut, above);
  }

  private static double right(
      List<DefectTask> some, ToDoubleFunction<DefectTask> feature, double cut, boolean above) {
    return some.stream()
            .filter(it -> (feature.applyAsDouble(it) > cut == above) == it.isDefective())
            .count()
        / (double) some.size();
  }

  private static List<DefectTask> side(Split split) {
    return tasks.stream().filter(it -> it.split() == split).toList();
  }

  @Test
  void theSameSeedGivesTheSameFileWhichReadsBack() {
    Path file = folder.resolve("tasks.jsonl");
    TaskFile.write(file, tasks);
    assertThat(TaskFile.read(file)).isEqualTo(tasks);
    assertThat(new TaskGenerator(OPTIONS).generate(Corpus.of(List.of(SOURCES)))).isEqualTo(tasks);
  }

  @Test
  void refusesWhatHoldsNoTasks() throws IOException {
    Path text = Files.writeString(folder.resolve("note.txt"), "no Java");
    assertThatThrownBy(() -> new TaskGenerator(OPTIONS).generate(Corpus.of(List.of(text))))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("is a Java file with methods");
    assertThatThrownBy(() -> TaskFile.read(folder.resolve("nowhere")))
        .hasMessageContaining("no such file");
    Files.writeString(folder.resolve("empty"), "\n");
    assertThatThrownBy(() -> TaskFile.read(folder.resolve("empty")))
        .hasMessageContaining("holds no defect tasks");
    Files.writeString(folder.resolve("broken"), "{\"id\":\"x\"}\n");
    assertThatThrownBy(() -> TaskFile.read(folder.resolve("broken")))
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> new TaskOptions(2, 0.1, 8, 0.4, 1)).hasMessageContaining("at least 4");
    assertThatThrownBy(() -> new TaskOptions(8, 1.1, 8, 0.4, 1)).hasMessageContaining("1.1");
  }
}
