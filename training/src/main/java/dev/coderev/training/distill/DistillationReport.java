package dev.coderev.training.distill;

import dev.coderev.model.bench.Bench;
import dev.coderev.model.bench.BenchOptions;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.evaluate.Estimate;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationReport;
import dev.coderev.model.evaluate.EvaluationTexts;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.measure.DefectScores;
import dev.coderev.training.defect.measure.Retention;
import dev.coderev.training.loop.TokenizedCorpus;
import dev.coderev.training.student.StudentSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What became of a teacher: a student, the same with few bits, and a model of its size without a
 * teacher, as far as they are there, each as it is served.
 *
 * @param finish how the student with few bits did before and after it was taught with them
 */
public record DistillationReport(Model teacher, List<Model> others, Optional<Json> finish) {

  private static final int TEXT_TOKENS = 32_768;
  static final int WINDOW = 512;
  private static final int RESAMPLES = 500;
  private static final String QUANTIZED = "quantized";
  private static final String SCRATCH = "from scratch";

  /**
   * One model.
   *
   * @param decode tokens a second of one sequence
   * @param against how it differs from the teacher on held-out texts; empty for the teacher itself
   * @param scores on defect tasks; empty when there were none
   */
  public record Model(
      String name,
      long parameters,
      long bytes,
      double decode,
      double prefill,
      Optional<EvaluationReport> against,
      Optional<DefectScores> scores) {}

  public DistillationReport {
    others = List.copyOf(others);
  }

  /** Measures all of them. */
  public static DistillationReport of(
      Path teacher, Path student, Optional<Path> fromScratch, List<DefectTask> tasks, int threads) {
    Model measured =
        measure("teacher", teacher, Optional.empty(), heldOut(student), tasks, threads);
    return of(teacher, measured, student, fromScratch, tasks, threads);
  }

  /** As above, with a teacher that was measured before on the same tasks. */
  public static DistillationReport of(
      Path teacher,
      Model measured,
      Path student,
      Optional<Path> fromScratch,
      List<DefectTask> tasks,
      int threads) {
    EvaluationTexts texts = heldOut(student);
    var others = new ArrayList<Model>();
    others.add(measure("student", student, Optional.of(teacher), texts, tasks, threads));
    Path quantized = student.resolve(Finishing.RESULT);
    if (Files.exists(quantized)) {
      others.add(measure(QUANTIZED, quantized, Optional.of(teacher), texts, tasks, threads));
    }
    fromScratch.ifPresent(
        path -> others.add(measure(SCRATCH, path, Optional.of(teacher), texts, tasks, threads)));
    return new DistillationReport(measured, others, Finishing.choice(student));
  }

  private static EvaluationTexts heldOut(Path student) {
    JsonObject settings = JsonObject.read(student.resolve("training").resolve("plan.json"));
    return texts(Path.of(settings.requiredString("data")));
  }

  /** The student with few bits, if there is one. */
  public Optional<Model> quantized() {
    return named(QUANTIZED);
  }

  /** The model without a teacher, if there is one. */
  public Optional<Model> fromScratch() {
    return named(SCRATCH);
  }

  private Optional<Model> named(String name) {
    return others.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** The held-out texts that models are compared on. */
  static EvaluationTexts texts(Path data) {
    try (TokenFile file = TokenFile.open(data.resolve(TokenizedCorpus.HELD_OUT))) {
      return new EvaluationTexts(
              IntStream.range(0, file.documents()).mapToObj(file::document).toList())
          .atMost(TEXT_TOKENS);
    }
  }

  private static Model measure(
      String name,
      Path path,
      Optional<Path> teacher,
      EvaluationTexts texts,
      List<DefectTask> tasks,
      int threads) {
    RuntimeOptions options = RuntimeOptions.defaults().withThreads(threads);
    int length;
    long parameters;
    long bytes;
    try (Checkpoint checkpoint = Checkpoint.open(path)) {
      length = Math.min(WINDOW, checkpoint.config().maxPositions());
      parameters = StudentSize.parameters(checkpoint.config());
      bytes = checkpoint.names().stream().mapToLong(checkpoint::storedBits).sum() / Byte.SIZE;
    }
    var speed = Bench.run(path, options, new BenchOptions(length / 2, length / 4, 1, 3));
    return new Model(
        name,
        parameters,
        bytes,
        speed.decodeRate(),
        speed.prefillRate(),
        teacher.map(
            it -> new Evaluation(path, it, texts, length, RESAMPLES, 1).run(threads, done -> {})),
        tasks.isEmpty()
            ? Optional.empty()
            : Optional.of(DefectScores.of(path, tasks, threads, done -> {})));
  }

  /** What a model keeps of the teacher's answers to tasks. */
  public Optional<Retention> retention(Model model) {
    return teacher.scores().flatMap(it -> model.scores().map(mine -> Retention.of(it, mine)));
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("teacher", json(teacher));
    for (Model model : others) {
      json.put(model.name().replace(' ', '_'), json(model));
    }
    finish.ifPresent(it -> json.put("finish", it));
    return new Json.Obj(json);
  }

  private Json json(Model model) {
    var json = new LinkedHashMap<String, Json>();
    json.put("parameters", Json.of(model.parameters()));
    json.put("parameter_ratio", Json.of((double) teacher.parameters() / model.parameters()));
    json.put("bytes", Json.of(model.bytes()));
    json.put("byte_ratio", Json.of((double) teacher.bytes() / model.bytes()));
    json.put("decode_tokens_per_second", Json.of(model.decode()));
    json.put("decode_ratio", Json.of(model.decode() / teacher.decode()));
    json.put("prefill_tokens_per_second", Json.of(model.prefill()));
    json.put("prefill_ratio", Json.of(model.prefill() / teacher.prefill()));
    model.against().ifPresent(it -> json.put("against_teacher", it.json()));
    model.scores().ifPresent(it -> json.put("defects", it.json()));
    if (model.against().isPresent()) {
      retention(model).ifPresent(it -> json.put("retention", it.json()));
    }
    return new Json.Obj(json);
  }

  /** Keeps it beside the run's other files. */
  public void write(Path out) {
    JsonWriter.write(out.resolve("training").resolve("report.json"), json());
  }

  public String text() {
    var text = new StringBuilder(line(teacher));
    others.forEach(it -> text.append(line(it)));
    return text.toString();
  }

  private String line(Model model) {
    var line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-13s %d parameters (÷ %.2f), %d bytes (÷ %.2f), decode %.0f tokens/s (× %.2f)",
            model.name(),
            model.parameters(),
            (double) teacher.parameters() / model.parameters(),
            model.bytes(),
            (double) teacher.bytes() / model.bytes(),
            model.decode(),
            model.decode() / teacher.decode()));
    model
        .against()
        .ifPresent(it ->
            line.append(
                String.format(
                    Locale.ROOT,
                    ", perplexity × %.3f, same best token %.1f %%",
                    it.figures().perplexityRatio().value(),
                    100 * it.figures().sameTop().value())));
    model
        .scores()
        .ifPresent(it ->
            line.append(
                String.format(
                    Locale.ROOT,
                    ", defect tasks %.1f %%, next token %.1f %%",
                    100 * it.accuracy(),
                    100 * it.nextToken().value())));
    if (model.against().isPresent()) {
      retention(model)
          .ifPresent(it -> {
            line.append(kept(", keeps of the teacher's ", it.whole()));
            it.aboveChance().ifPresent(above -> line.append(kept(", above chance ", above)));
            line.append(kept(", of its next tokens ", it.nextToken()));
          });
    }
    return line.append(System.lineSeparator()).toString();
  }

  private static String kept(String what, Estimate share) {
    return String.format(
        Locale.ROOT,
        "%s%.1f %% (95 %%: %.1f … %.1f)",
        what,
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }
}
