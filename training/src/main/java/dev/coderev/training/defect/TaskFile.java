package dev.coderev.training.defect;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Defect tasks on disk: one JSON object a line. */
public final class TaskFile {

  private TaskFile() {}

  /** Writes all tasks, or nothing. */
  public static void write(Path file, List<DefectTask> tasks) {
    List<String> lines = tasks.stream().map(it -> JsonWriter.compact(it.json())).toList();
    Staging.file(file, staged -> Files.write(staged, lines));
  }

  /** Reads all tasks; a line that is none names its place. */
  public static List<DefectTask> read(Path file) {
    var tasks = new ArrayList<DefectTask>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        tasks.add(DefectTask.of(JsonObject.of(file, JsonReader.read(file, line)), file));
      } catch (IllegalArgumentException | ModelException e) {
        throw new TrainingException(
            file + ", line " + number + ": no defect task: " + e.getMessage(), e);
      }
    }
    if (tasks.isEmpty()) {
      throw new TrainingException(
          file + " holds no defect tasks; 'coderev model tasks' makes some");
    }
    return tasks;
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TrainingException(file + ": no such file");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
