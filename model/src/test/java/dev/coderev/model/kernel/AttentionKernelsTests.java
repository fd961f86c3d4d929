package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.machine.Routine;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attention page by page against softmax in double precision over all that a query sees. */
class AttentionKernelsTests {

  private static final float INFINITE = Float.POSITIVE_INFINITY;
  private static final int PAGES = 3;
  private static final int PAGE = HeadPage.POSITIONS;
  private static final int HELD_IN_LAST = 13;
  private static final int POSITIONS = (PAGES - 1) * PAGE + HELD_IN_LAST;

  /** The last of them finds that the system refuses some of its code. */
  private final List<Kernels> all =
      Stream.concat(
              Stream.of(new ScalarKernels(), new VectorKernels()),
              MachineKernels.find().stream().flatMap(it -> Stream.of(it, refusing())))
          .toList();

  private static Kernels refusing() {
    var asked = new AtomicInteger();
    return new MachineKernels(
        new AssembledRoutines(code ->
            asked.getAndIncrement() % 2 == 0 ? Routine.of(code) : Optional.<Routine>empty()));
  }

  /** Pages of random keys and values; what is not held are numbers that must not be looked at. */
  private static List<HeadPage> pages(Random random, DType type, int dim) {
    var pages = new ArrayList<HeadPage>();
    for (int page = 0; page < PAGES; page++) {
      long bytes = HeadPage.bytes(type, dim);
      MemorySegment data = Arena.ofAuto().allocate(2 * bytes, 64);
      int held = page == PAGES - 1 ? HELD_IN_LAST : PAGE;
      for (int p = 0; p < PAGE; p++) {
        for (int i = 0; i < dim; i++) {
          put(random, type, data, i * PAGE + p, p < held);
          put(random, type, data.asSlice(bytes), p * dim + i, p < held);
        }
        if (type == DType.I8) {
          long at = (long) PAGE * dim + 4L * p;
          float scale = p < held ? 0.01f + 0.02f * random.nextFloat() : Float.NaN;
          data.set(LittleEndian.FLOAT, at, scale);
          data.set(LittleEndian.FLOAT, bytes + at, scale);
        }
      }
      pages.add(new HeadPage(type, data, 0, bytes, dim, held, true));
    }
    return pages;
  }

  private static void put(Random random, DType type, MemorySegment data, int at, boolean held) {
    float value = held ? (float) random.nextGaussian() : Float.NaN;
    switch (type) {
      case F32 -> data.set(LittleEndian.FLOAT, 4L * at, value);
      case F16 -> data.set(LittleEndian.SHORT, 2L * at, Float.floatToFloat16(value));
      default -> data.set(ValueLayout.JAVA_BYTE, at, (byte) random.nextInt(-127, 128));
    }
  }

  private static double[] expected(List<HeadPage> pages, float[] query, int from, int to) {
    int dim = query.length;
    var keys = new float[PAGE * dim];
    var values = new float[PAGE * dim];
    var result = new double[dim];
    double sum = 0;
    for (int p = from; p < to; p++) {
      HeadPage page = pages.get(p / PAGE);
      page.readKeys(new ScalarKernels(), keys);
      page.readValues(new ScalarKernels(), values);
      double score = 0;
      for (int i = 0; i < dim; i++) {
        score += (double) query[i] * keys[i * PAGE + p % PAGE];
      }
      double weight = Math.exp(score);
      sum += weight;
      for (int i = 0; i < dim; i++) {
        result[i] += weight * values[p % PAGE * dim + i];
      }
    }
    for (int i = 0; i < dim; i++) {
      result[i] /= sum;
    }
    return result;
  }

  private static int within(int position, int page) {
    return Math.clamp(position - page * PAGE, 0, PAGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F16", "I8"})
  void queriesGetTheSoftmaxOfWhatTheySee(DType type) {
    var random = new Random(5);
    for (int dim : new int[] {8, 16, 48, 64, 80, 128}) {
      List<HeadPage> pages = pages(random, type, dim);
      for (int count : new int[] {1, 2, 6, 7, 8, 12, 13, 25}) {
        var queries = new float[count * dim];
        for (int i = 0; i < queries.length; i++) {
          queries[i] = (float) random.nextGaussian() / 2;
        }
        int[] from = random.ints(count, 0, POSITIONS).toArray();
        int[] to = new int[count];
        for (int q = 0; q < count; q++) {
          to[q] = random.nextInt(from[q] + 1, POSITIONS + 1);
        }
        for (Kernels kernels : all) {
          float[] result = attend(kernels, pages, queries, count, from, to);
          for (int q = 0; q < count; q++) {
            float[] query = Arrays.copyOfRange(queries, q * dim, (q + 1) * dim);
            float[] mine = Arrays.copyOfRange(result, q * dim, (q + 1) * dim);
            assertThat(Samples.nmse(expected(pages, query, from[q], to[q]), mine))
                .as("%s %s, query %d of %d, dim %d", kernels.name(), type, q, count, dim)
                .isLessThan(1e-9);
          }
        }
      }
    }
  }

  private static float[] attend(
      Kernels kernels, List<HeadPage> pages, float[] queries, int count, int[] from, int[] to) {
    int dim = queries.length / count;
    var panel = new QueryPanel(count, dim);
    var other = new QueryPanel(count, dim);
    for (int q = 0; q < count; q++) {
      panel.put(q, queries, q * dim, 1);
      other.put(q, queries, q * dim, 1);
    }
    for (int page = 0; page < PAGES; page++) {
      QueryPanel looks = page == 1 ? other : panel;
      for (int q = 0; q < count; q++) {
        looks.see(q, within(from[q], page), within(to[q], page));
      }
      kernels.attend(looks, pages.get(page), pages.get(Math.min(page + 1, PAGES - 1)));
    }
    panel.add(other);
    var result = new float[count * dim];
    for (int q = 0; q < count; q++) {
      panel.result(q, result, q * dim);
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64})
  void aBrokenValueIsNotHidden(int dim) {
    var random = new Random(6);
    List<HeadPage> pages = pages(random, DType.F32, dim);
    for (Kernels kernels : all) {
      var panel = new QueryPanel(1, dim);
      var query = new float[dim];
      query[0] = Float.NaN;
      panel.put(0, query, 0, 1);
      kernels.attend(panel, pages.getFirst(), pages.getFirst());
      panel.result(0, query, 0);
      assertThat(query[dim - 1]).as(kernels.name()).isNaN();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F16"})
  void anInfiniteValueReachesOnlyWhoSeesIt(DType type) {
    int dim = 64;
    HeadPage page = pages(new Random(7), type, dim).getFirst();
    int last = PAGE - 1;
    for (int i = 0; i < dim; i++) {
      int at = last * dim + i;
      switch (type) {
        case F32 -> page.data().set(LittleEndian.FLOAT, page.values() + 4L * at, INFINITE);
        default ->
            page.data()
                .set(LittleEndian.SHORT, page.values() + 2L * at, Float.floatToFloat16(INFINITE));
      }
    }
    var broken = new HeadPage(type, page.data(), page.keys(), page.values(), dim, PAGE, false);
    for (Kernels kernels : all) {
      var panel = new QueryPanel(2, dim);
      panel.put(0, new float[dim], 0, 1);
      panel.put(1, new float[dim], 0, 1);
      panel.see(0, 0, last);
      kernels.attend(panel, broken, broken);
      var result = new float[2 * dim];
      panel.result(0, result, 0);
      panel.result(1, result, dim);
      for (int i = 0; i < dim; i++) {
        assertThat(Float.isFinite(result[i])).as(kernels.name()).isTrue();
        assertThat(Float.isFinite(result[dim + i])).as(kernels.name()).isFalse();
      }
    }
  }
}
