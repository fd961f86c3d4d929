package dev.coderev.training.defect.inject;

import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A method as a task shows it, with a defect or as it is.
 *
 * @param repair which candidate gives the method as it was
 * @param possible how many candidates there were before some were drawn
 */
record Presented(
    MethodText method, String code, List<Edit> candidates, OptionalInt repair, int possible) {

  /** What defects add or take away; with partners alike, their number tells nothing. */
  private static final List<Pattern> TELLING =
      List.of(
          Pattern.compile("[!=]= null"), Pattern.compile("[+-] 1\\b"), Pattern.compile("[<>]="));

  static Optional<Presented> withDefect(
      DefectKind kind, MethodText method, Injections plain, int most, Random random) {
    var defects = new ArrayList<>(plain.defects(kind));
    Collections.shuffle(defects, random);
    for (Edit defect : defects) {
      String wrong = defect.applyTo(method.code());
      List<Edit> repairs = new Injections(wrong).repairs(kind);
      Optional<Edit> right =
          repairs.stream().filter(it -> it.applyTo(wrong).equals(method.code())).findFirst();
      if (right.isPresent()) {
        List<Edit> drawn = drawn(repairs, right, most, random);
        return Optional.of(
            new Presented(
                method, wrong, drawn, OptionalInt.of(drawn.indexOf(right.get())), repairs.size()));
      }
    }
    return Optional.empty();
  }

  /** The method must have a place that a repair could change. */
  static Presented asItIs(
      DefectKind kind, MethodText method, Injections plain, int most, Random random) {
    List<Edit> repairs = plain.repairs(kind);
    return new Presented(
        method,
        method.code(),
        drawn(repairs, Optional.empty(), most, random),
        OptionalInt.empty(),
        repairs.size());
  }

  /** The candidates in an order that tells nothing, at most so many, the right one among them. */
  private static List<Edit> drawn(
      List<Edit> repairs, Optional<Edit> right, int most, Random random) {
    var others = new ArrayList<>(repairs);
    right.ifPresent(others::remove);
    Collections.shuffle(others, random);
    int room = most - (right.isPresent() ? 1 : 0);
    var drawn = new ArrayList<>(others.subList(0, Math.min(room, others.size())));
    right.ifPresent(drawn::add);
    Collections.shuffle(drawn, random);
    return drawn;
  }

  /** How unlike another method is in what could give a defect away. */
  double difference(Presented other) {
    double difference =
        Math.abs(code.length() - other.code.length()) / 10.0
            + 2.0 * Math.abs(possible - other.possible);
    for (Pattern telling : TELLING) {
      difference += 100.0 * Math.abs(count(telling, code) - count(telling, other.code));
    }
    return difference;
  }

  private static long count(Pattern pattern, String code) {
    return pattern.matcher(code).results().count();
  }

  DefectTask task(DefectKind kind, DefectTask.Split split) {
    String id = String.format(Locale.ROOT, "%s:%s:%d", kind.word(), method.file(), method.line());
    return new DefectTask(
        id, split, kind, method.file(), method.line(), method.context(), code, candidates, repair);
  }
}
