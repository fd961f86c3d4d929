package dev.coderev.model.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.mixed.MixedQuantization.Chosen;
import dev.coderev.model.tensor.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedQuantizationTests {

  @TempDir private Path folder;
  private Path source = Path.of("");
  private final Calibration texts =
      new Calibration(
          IntStream.range(0, 8).mapToObj(i -> new Random(i).ints(40, 0, 500).toArray()).toList());

  @BeforeEach
  void makeAModel() {
    source = folder.resolve("source");
    RandomCheckpoint.write(source, "tiny", Presets.all().get("tiny-qwen2"), DType.F32, 3);
  }

  private Chosen choose(String name, Goal goal) {
    return new MixedQuantization(source, folder.resolve(name), texts, goal).run(it -> {});
  }

  @Test
  void moreBytesLoseLessAndFilesHoldWhatWasChosen() {
    var weights = new ArrayList<String>();
    var mixed = new MixedQuantization(source, folder.resolve("a.gguf"), texts, new Goal.Loss(10));
    Chosen least = mixed.run(it -> weights.add(it.name()));
    assertThat(weights).hasSize(least.choices().size()).contains("model.embed_tokens.weight");
    assertThat(least.choices()).allMatch(it -> it.type().equals("Q4_0"));
    assertThat(least.sensitivities())
        .allMatch(it -> it.options().getFirst().divergence() > it.options().getLast().divergence());
    long budget = least.bytes() * 5 / 4;
    Chosen middle = choose("b.gguf", new Goal.Size(budget));
    assertThat(middle.bytes()).isBetween(least.bytes() * 6 / 5, budget);
    assertThat(middle.measured()).isLessThan(least.measured());
    assertThat(middle.expected()).isLessThan(least.expected());
    assertThat(middle.choices().stream().map(Sensitivity.Option::type).distinct().toList())
        .hasSizeGreaterThan(1);
    Chosen good = choose("c.gguf", new Goal.Loss(least.measured() / 20));
    assertThat(good.measured()).isLessThanOrEqualTo(least.measured() / 20);
    assertThat(good.bytes()).isGreaterThan(least.bytes());
    try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("b.gguf"))) {
      for (int i = 0; i < middle.choices().size(); i++) {
        String name = middle.sensitivities().get(i).name();
        assertThat(checkpoint.tensor(name).dtype().name())
            .isEqualTo(middle.choices().get(i).type());
      }
    }
  }

  @Test
  void longRowsGetTheTypesOfSuperBlocks() {
    Path wide = folder.resolve("wide");
    var config = Presets.all().get("llama-3m").withSizes(1, 256, 8, 2, 288);
    RandomCheckpoint.write(wide, "wide", config, DType.F32, 3);
    Path file = folder.resolve("wide.gguf");
    Chosen chosen =
        new MixedQuantization(wide, file, texts, new Goal.Size(1_250_000)).run(it -> {});
    assertThat(chosen.bytes()).isBetween(1_000_000L, 1_250_000L);
    for (Sensitivity each : chosen.sensitivities()) {
      boolean down = each.name().contains("down_proj"); // rows of 288
      assertThat(each.options().stream().map(Sensitivity.Option::type).toList())
          .isEqualTo(
              down ? List.of("Q4_0", "Q5_0", "Q8_0") : List.of("Q4_K", "Q5_K", "Q6_K", "Q8_0"));
    }
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.tensor("model.layers.0.self_attn.q_proj.weight").dtype().name())
          .matches("Q[456]_K|Q8_0");
      assertThat(checkpoint.names().stream().mapToLong(checkpoint::storedBits).sum() / 8)
          .isCloseTo(chosen.bytes(), within(4096L)); // and the norms
    }
  }

  @Test
  void directoriesHoldSeveralWidthsThatAreReadAgain() {
    Chosen least = choose("two", new Goal.Loss(1000));
    assertThat(least.choices()).allMatch(it -> it.type().equals("2-bit"));
    Chosen mixed = choose("mixed", new Goal.Size(least.bytes() * 17 / 10));
    assertThat(mixed.measured()).isLessThan(least.measured());
    assertThat(mixed.choices().stream().map(Sensitivity.Option::type).distinct().toList())
        .hasSizeGreaterThan(1);
    long bits = 0;
    try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("mixed"))) {
      for (int i = 0; i < mixed.choices().size(); i++) {
        String name = mixed.sensitivities().get(i).name();
        assertThat(checkpoint.quantized(name).orElseThrow().format())
            .isEqualTo(mixed.choices().get(i).type() + "/32");
        bits += checkpoint.storedBits(name);
      }
    }
    assertThat(bits).isEqualTo(8 * mixed.bytes());
    assertThat(JsonObject.read(folder.resolve("mixed/config.json")).members().toString())
        .contains("dynamic", "+:^model");
  }

  @Test
  void refusesGoalsThatCannotBeReached() {
    assertThatThrownBy(() -> choose("a.gguf", new Goal.Size(1000)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("with the fewest bits, more than the 1000 wanted");
    assertThatThrownBy(() -> choose("a.gguf", new Goal.Loss(1e-12)))
        .hasMessageContaining("with the most bits the divergence is still");
    assertThatThrownBy(() -> new Goal.Loss(0)).hasMessageContaining("positive");
    assertThat(folder.resolve("a.gguf")).doesNotExist();
  }

  @Test
  void bitsGoWhereTheyGainMostForAByte() {
    var steep = sensitivity("steep", 100, 0.9, 0.1);
    var flat = sensitivity("flat", 100, 0.2, 0.1);
    var large = sensitivity("large", 1000, 1.0, 0.1);
    var allocation = new Allocation(List.of(flat, steep, large));
    assertThat(allocation.bytes()).isEqualTo(1200);
    assertThat(allocation.raise(Long.MAX_VALUE)).isTrue();
    assertThat(allocation.choices().get(1).divergence()).isEqualTo(0.1);
    assertThat(allocation.raise(100)).isTrue(); // the large one would take a thousand
    assertThat(allocation.choices().get(0).divergence()).isEqualTo(0.1);
    assertThat(allocation.raise(999)).isFalse();
    assertThat(allocation.raise(1000)).isTrue();
    assertThat(allocation.expected()).isCloseTo(0.3, within(1e-12));
  }

  private static Sensitivity sensitivity(String name, long bytes, double worse, double better) {
    return new Sensitivity(
        name,
        List.of(
            new Sensitivity.Option("Q4_0", bytes, worse),
            new Sensitivity.Option("Q8_0", 2 * bytes, better)));
  }
}
