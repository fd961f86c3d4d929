package dev.coderev.training.defect.measure;

import dev.coderev.model.json.Json;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.DefectTask.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * How a model does on defect tasks: whether there is a defect, where, and what should stand there.
 *
 * <p>Thresholds come from the tasks for tuning, figures from the others alone.
 */
public final class DefectScores {

  /** Tokens behind a difference that count for its likelihood. */
  private static final int BEHIND = 48;

  private static final double EVEN = 0.5;

  /** The questions that a task asks. */
  public enum Question {
    /** Is there a defect? */
    WHETHER,
    /** Which place is it in, of those with candidates? */
    WHERE,
    /** What should stand in its place, of the candidates there? */
    WHAT
  }

  /** One question that was answered, rightly or not. */
  record Answered(String task, DefectKind kind, Question question, boolean right, double chance) {}

  private final List<TaskAnswer> test;
  private final List<Answered> answered = new ArrayList<>();

  DefectScores(List<TaskAnswer> answers) {
    test = answers.stream().filter(it -> it.task().split() == Split.TEST).toList();
    var thresholds = new EnumMap<DefectKind, Threshold>(DefectKind.class);
    for (DefectKind kind : DefectKind.values()) {
      thresholds.put(
          kind,
          Threshold.fixedOn(
              answers.stream()
                  .filter(it -> it.task().split() == Split.TUNE && it.task().kind() == kind)
                  .toList()));
    }
    for (TaskAnswer answer : test) {
      DefectTask task = answer.task();
      Threshold threshold = thresholds.getOrDefault(task.kind(), new Threshold(0));
      add(task, Question.WHETHER, threshold.isExceededBy(answer) == task.isDefective(), EVEN);
      if (task.isDefective() && task.places() > 1) {
        add(task, Question.WHERE, answer.findsPlace(), chanceOfPlace(task));
      }
      if (task.isDefective() && task.choices() > 1) {
        add(task, Question.WHAT, answer.findsText(), 1.0 / task.choices());
      }
    }
  }

  private void add(DefectTask task, Question question, boolean right, double chance) {
    answered.add(new Answered(task.id(), task.kind(), question, right, chance));
  }

  /** The better of guessing a place and guessing a candidate. */
  private static double chanceOfPlace(DefectTask task) {
    double ofCandidates = (double) task.choices() / task.candidates().size();
    return Math.max(1.0 / task.places(), ofCandidates);
  }

  /**
   * Asks a model.
   *
   * @param progress is told how many tasks are done
   */
  public static DefectScores of(
      Path checkpoint, List<DefectTask> tasks, int threads, IntConsumer progress) {
    try (LoadedModel model =
            LoadedModel.open(checkpoint, RuntimeOptions.defaults().withThreads(threads));
        Tokenizer tokenizer = Tokenizer.open(checkpoint)) {
      var scores = new CandidateScores(model.transformer(), model.cache(), tokenizer, BEHIND);
      var answers = new ArrayList<TaskAnswer>();
      for (DefectTask task : tasks) {
        answers.add(TaskAnswer.of(task, scores.read(task)));
        progress.accept(answers.size());
      }
      return new DefectScores(answers);
    }
  }

  /** All questions of the tasks that figures are taken from. */
  List<Answered> answered() {
    return answered;
  }

  /** The share of questions that were answered rightly. */
  public Share share(Question question) {
    return share(it -> it.question() == question);
  }

  public Share share(DefectKind kind, Question question) {
    return share(it -> it.kind() == kind && it.question() == question);
  }

  private Share share(Predicate<Answered> which) {
    List<Answered> some = answered.stream().filter(which).toList();
    return new Share(
        some.stream().filter(Answered::right).count(),
        some.size(),
        some.stream().mapToDouble(Answered::chance).average().orElse(0));
  }

  /** The mean of the three shares: the figure that models are compared by. */
  public double accuracy() {
    double sum = 0;
    for (Question question : Question.values()) {
      sum += share(question).value();
    }
    return sum / Question.values().length;
  }

  /**
   * The probability that code with a defect is suspected more than code without, of the same kind.
   */
  public double areaUnderCurve() {
    double wins = 0;
    long pairs = 0;
    for (TaskAnswer one : test) {
      for (TaskAnswer other : test) {
        if (one.task().isDefective()
            && !other.task().isDefective()
            && one.task().kind() == other.task().kind()) {
          pairs++;
          int order = Double.compare(one.suspicion(), other.suspicion());
          wins += order > 0 ? 1 : order == 0 ? EVEN : 0;
        }
      }
    }
    return pairs == 0 ? EVEN : wins / pairs;
  }

  /** The answers to tasks without a defect. */
  List<TaskAnswer> clean() {
    return test.stream().filter(it -> !it.task().isDefective()).toList();
  }

  /** The share of tokens of the methods without a defect that the model holds likeliest. */
  public Share nextToken() {
    return new Share(
        clean().stream().mapToLong(TaskAnswer::correct).sum(),
        clean().stream().mapToLong(TaskAnswer::tokens).sum(),
        0);
  }

  /** Of the tokens of the methods without a defect. */
  public double perplexity() {
    double loss = clean().stream().mapToDouble(TaskAnswer::loss).sum();
    return Math.exp(loss / Math.max(1, nextToken().all()));
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("tasks", Json.of(test.size()));
    json.put("accuracy", Json.of(accuracy()));
    json.put("area_under_curve", Json.of(areaUnderCurve()));
    json.put("next_token", nextToken().json());
    json.put("perplexity", Json.of(perplexity()));
    json.put("all", new Json.Obj(questions(this::share)));
    for (DefectKind kind : DefectKind.values()) {
      if (answered.stream().anyMatch(it -> it.kind() == kind)) {
        json.put(kind.word(), new Json.Obj(questions(question -> share(kind, question))));
      }
    }
    return new Json.Obj(json);
  }

  private static Map<String, Json> questions(java.util.function.Function<Question, Share> share) {
    var json = new LinkedHashMap<String, Json>();
    for (Question question : Question.values()) {
      json.put(question.name().toLowerCase(Locale.ROOT), share.apply(question).json());
    }
    return json;
  }

  /** A table for people. */
  public String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "defect tasks %d, accuracy %.1f %%, area under the curve %.3f%n"
                + "next token right in %.1f %% of %d, perplexity %.2f%n",
            test.size(),
            100 * accuracy(),
            areaUnderCurve(),
            100 * nextToken().value(),
            nextToken().all(),
            perplexity()));
    for (Question question : Question.values()) {
      text.append(line("all", question, share(question)));
    }
    test.stream()
        .map(it -> it.task().kind())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(kind -> {
          for (Question question : Question.values()) {
            text.append(line(kind.word(), question, share(kind, question)));
          }
        });
    return text.toString();
  }

  private static String line(String kind, Question question, Share share) {
    return String.format(
        Locale.ROOT,
        "%-20s %-8s %5.1f %% (95 %%: %.1f … %.1f) of %d, by chance %.1f %%%n",
        kind,
        question.name().toLowerCase(Locale.ROOT),
        100 * share.value(),
        100 * share.low(),
        100 * share.high(),
        share.all(),
        100 * share.chance());
  }
}
