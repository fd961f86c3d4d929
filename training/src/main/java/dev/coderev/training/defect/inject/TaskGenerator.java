package dev.coderev.training.defect.inject;

import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.DefectTask.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes defect tasks from the Java files of a corpus that training keeps away.
 *
 * <p>A method is in one task at most. To each task with a defect belongs one without: another
 * method of the same side, alike in length, in checks against null and in the number of candidates,
 * so that none of these tells which is which.
 */
public final class TaskGenerator {

  /** The kinds with the fewest places come first to the methods. */
  private static final List<DefectKind> SCARCE_FIRST =
      List.of(
          DefectKind.DROPPED_NULL_CHECK,
          DefectKind.SWAPPED_ARGUMENTS,
          DefectKind.OFF_BY_ONE,
          DefectKind.WRONG_VARIABLE,
          DefectKind.WRONG_OPERATOR);

  private final TaskOptions options;
  private final Map<MethodText, Injections> parsed = new HashMap<>();

  public TaskGenerator(TaskOptions options) {
    this.options = options;
  }

  /**
   * Fails when the corpus has no place for any kind; a kind may have fewer tasks than asked for.
   */
  public List<DefectTask> generate(Corpus corpus) {
    var methods = new ArrayList<MethodText>();
    corpus.read(text -> {
      if (text.name().endsWith(".java") && text.digest().share() < options.heldOut()) {
        methods.addAll(MethodText.of(text));
      }
    });
    if (methods.isEmpty()) {
      throw new TrainingException(
          "no held-out text of the corpus is a Java file with methods; give more files, or a larger"
              + " held-out share than "
              + options.heldOut());
    }
    Collections.shuffle(methods, new Random(options.seed()));
    var tasks = new ArrayList<DefectTask>();
    var used = new HashSet<MethodText>();
    for (DefectKind kind : SCARCE_FIRST) {
      for (Split split : Split.values()) {
        tasks.addAll(ofKind(kind, split, methods, used));
      }
    }
    tasks.sort(Comparator.comparing(DefectTask::id));
    return tasks;
  }

  private Injections injections(MethodText method) {
    return parsed.computeIfAbsent(method, it -> new Injections(it.code()));
  }

  private int pairs(Split split) {
    double share = split == Split.TUNE ? options.tune() : 1 - options.tune();
    return Math.max(1, (int) Math.round(options.perKind() * share / 2));
  }

  private Split side(MethodText method) {
    return method.share() / options.heldOut() < options.tune() ? Split.TUNE : Split.TEST;
  }

  private List<DefectTask> ofKind(
      DefectKind kind, Split split, List<MethodText> methods, Set<MethodText> used) {
    var random = new Random(options.seed() * 31 + kind.ordinal());
    List<MethodText> fit =
        methods.stream()
            .filter(it -> side(it) == split && !used.contains(it))
            .filter(it -> !injections(it).repairs(kind).isEmpty())
            .toList();
    var defective = new ArrayList<Presented>();
    var pool = new ArrayList<Presented>();
    int most = options.candidates();
    for (MethodText method : fit) {
      Optional<Presented> wrong =
          defective.size() == Math.min(pairs(split), fit.size() / 2)
              ? Optional.empty()
              : Presented.withDefect(kind, method, injections(method), most, random);
      wrong.ifPresentOrElse(
          defective::add,
          () -> pool.add(Presented.asItIs(kind, method, injections(method), most, random)));
    }
    var tasks = new ArrayList<DefectTask>();
    for (Presented one : defective) {
      pool.stream()
          .min(Comparator.comparingDouble(one::difference))
          .ifPresent(other -> {
            pool.remove(other);
            used.add(one.method());
            used.add(other.method());
            tasks.add(one.task(kind, split));
            tasks.add(other.task(kind, split));
          });
    }
    return tasks;
  }
}
