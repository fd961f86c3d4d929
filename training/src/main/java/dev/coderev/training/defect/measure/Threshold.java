package dev.coderev.training.defect.measure;

import java.util.Comparator;
import java.util.List;

/** From which suspicion on code is called defective; one for each kind, fixed on tasks for that. */
record Threshold(double value) {

  /** The value that decides most of some answers rightly; the middle one of the best. */
  static Threshold fixedOn(List<TaskAnswer> answers) {
    List<TaskAnswer> sorted =
        answers.stream().sorted(Comparator.comparingDouble(TaskAnswer::suspicion)).toList();
    long right = sorted.stream().filter(it -> it.task().isDefective()).count();
    long most = right;
    int first = 0;
    int last = 0;
    for (int i = 0; i < sorted.size(); i++) { // the first i + 1 are called clean
      right += sorted.get(i).task().isDefective() ? -1 : 1;
      if (right > most) {
        most = right;
        first = i + 1;
        last = i + 1;
      } else if (right == most) {
        last = i + 1;
      }
    }
    int cut = (first + last) / 2;
    if (cut == 0) {
      return new Threshold(Double.NEGATIVE_INFINITY);
    }
    return cut == sorted.size()
        ? new Threshold(Double.POSITIVE_INFINITY)
        : new Threshold((sorted.get(cut - 1).suspicion() + sorted.get(cut).suspicion()) / 2);
  }

  boolean isExceededBy(TaskAnswer answer) {
    return answer.suspicion() > value;
  }
}
