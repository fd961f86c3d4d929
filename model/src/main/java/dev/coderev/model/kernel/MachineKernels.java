package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.TILE_ROWS;

import dev.coderev.model.kernel.ElementRoutine.Floats;
import dev.coderev.model.kernel.TileRoutine.Argument;
import dev.coderev.model.machine.Processor;
import dev.coderev.model.machine.Routine;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels in the Vector API, but for what code assembled at run time multiplies: tiles, with
 * the byte products of AVX-512 VNNI for which the Vector API has no word, and plain floats with few
 * rows of activations, for which memory must be asked ahead.
 */
public final class MachineKernels extends VectorKernels {

  /** {@code vector} keeps to the Vector API where more would run. */
  static final String PROPERTY = "coderev.kernels";

  /**
   * Bytes of weights of one call: it must end soon, because the JVM cannot stop a thread within.
   */
  private static final int BYTES_OF_CALL = 1 << 20;

  /** Bytes of a row from which on one at a time is slower than eight side by side. */
  private static final long LONG_ROW = 8 << 10;

  private static final AssembledRoutines SHARED = new AssembledRoutines(Routine::of);

  private final AssembledRoutines routines;

  MachineKernels(AssembledRoutines routines) {
    this.routines = routines;
  }

  /** Nothing where the processor or the system does not allow them. */
  public static Optional<MachineKernels> find() {
    if ("vector".equals(System.getProperty(PROPERTY))
        || Lanes.BITS != 512
        || !Processor.multipliesBytes()) {
      return Optional.empty();
    }
    var sample = new TileShape(TILE_ROWS, TileShape.BLOCK, 4, 32, TileShape.Offsets.NONE);
    return SHARED.of(sample, 1).map(allowed -> new MachineKernels(SHARED));
  }

  @Override
  public String name() {
    return super.name() + "+vnni";
  }

  /** Pairs, as vectors read them, where the system refuses code that this takes. */
  @Override
  public Activations.Form form(TileShape shape, int rows) {
    int rest = rows % ByteRecords.PANEL;
    boolean runs =
        (rows < ByteRecords.PANEL || routines.of(shape, ByteRecords.PANEL).isPresent())
            && (rest == 0 || routines.of(shape, rest).isPresent());
    return runs ? Activations.Form.RECORDS : Activations.Form.PAIRS;
  }

  @Override
  public void multiply(Matrix w, Activations x, int from, int to, float[] y, int stride) {
    switch (w) {
      case RowMatrix rows -> rows(rows, x, from, to, y, stride);
      case TileMatrix tiles when x.form() == Activations.Form.RECORDS ->
          tiles(tiles, x, from, to, y, stride);
      case TileMatrix tiles -> super.multiply(tiles, x, from, to, y, stride);
    }
  }

  /** Long rows of weights meet few of activations side by side; the rest is as vectors do it. */
  private void rows(RowMatrix w, Activations x, int from, int to, float[] y, int stride) {
    int blocks = (to - from) / RowRoutine.ROWS;
    boolean few = x.rows() < RowKernels.MANY && blocks > 0 && w.rowBytes() >= LONG_ROW;
    Optional<Routine> routine = few ? routines.of(w) : Optional.empty();
    if (routine.isEmpty()) {
      super.multiply(w, x, from, to, y, stride);
      return;
    }
    int whole = from + blocks * RowRoutine.ROWS;
    int most = (int) Math.max(1, BYTES_OF_CALL / (RowRoutine.ROWS * w.rowBytes()));
    for (int row = from; row < whole; row += most * RowRoutine.ROWS) {
      int count = Math.min(most, (whole - row) / RowRoutine.ROWS);
      for (int r = 0; r < x.rows(); r++) {
        blocks(routine.get(), w, x, r, row, count, y, r * stride + row);
      }
    }
    if (whole < to) {
      super.multiply(w, x, whole, to, y, stride);
    }
  }

  private static void blocks(
      Routine routine, RowMatrix w, Activations x, int r, int row, int blocks, float[] y, int at) {
    int steps = w.columns() / RowRoutine.STEP;
    long walked = (long) steps * RowRoutine.STEP;
    var arguments = new long[RowRoutine.Argument.values().length];
    arguments[RowRoutine.Argument.BLOCKS.ordinal()] = blocks;
    arguments[RowRoutine.Argument.STEPS.ordinal()] = steps;
    arguments[RowRoutine.Argument.ROWS_REST.ordinal()] =
        RowRoutine.ROWS * w.rowBytes() - w.dtype().bytes(walked);
    arguments[RowRoutine.Argument.COLUMNS_BACK.ordinal()] = -walked * Float.BYTES;
    int lanes = Lanes.FLOATS.length();
    var sums = new float[blocks * RowRoutine.ROWS * lanes];
    routine.call(
        w.data().asSlice(row * w.rowBytes()),
        MemorySegment.ofArray(x.values()).asSlice((long) r * x.width() * Float.BYTES),
        MemorySegment.ofArray(sums),
        MemorySegment.ofArray(arguments));
    for (int i = 0; i < blocks * RowRoutine.ROWS; i++) {
      y[at + i] =
          FloatVector.fromArray(Lanes.FLOATS, sums, i * lanes).reduceLanes(VectorOperators.ADD)
              + RowKernels.tail(w, row + i, x.values(), r * x.width());
    }
  }

  private void tiles(TileMatrix w, Activations x, int from, int to, float[] y, int stride) {
    TileShape shape = w.shape();
    int whole = to / TILE_ROWS * TILE_ROWS; // rows of whole tiles
    int most = Math.max(1, (int) (BYTES_OF_CALL / shape.tileBytes())) * TILE_ROWS;
    for (int row = from; row < whole; row += most) {
      int end = Math.min(whole, row + most);
      for (int r = 0; r < x.rows(); r += ByteRecords.PANEL) {
        panel(w, x, r, row, end, y, r * stride + row, stride);
      }
    }
    if (whole < to) {
      var last = new float[ByteRecords.PANEL * TILE_ROWS];
      for (int r = 0; r < x.rows(); r += ByteRecords.PANEL) {
        panel(w, x, r, whole, whole + TILE_ROWS, last, 0, TILE_ROWS);
        for (int i = 0; i < Math.min(ByteRecords.PANEL, x.rows() - r); i++) {
          System.arraycopy(last, i * TILE_ROWS, y, (r + i) * stride + whole, to - whole);
        }
      }
    }
  }

  /** Whole tiles times the panel that begins with row {@code r}. */
  private void panel(
      TileMatrix w, Activations x, int r, int from, int to, float[] y, int at, int stride) {
    TileShape shape = w.shape();
    int count = Math.min(ByteRecords.PANEL, x.rows() - r);
    ByteRecords records = x.records();
    var arguments = new long[Argument.values().length];
    set(arguments, Argument.TILES, (to - from) / TILE_ROWS);
    set(arguments, Argument.GROUPS, shape.groups());
    set(arguments, Argument.STEPS, shape.group() / TileRoutine.stepColumns(shape.bits()));
    set(arguments, Argument.QUANT_BYTES, shape.quantBytes());
    set(arguments, Argument.SCALE_BYTES, shape.scaleBytes());
    long walked = (long) shape.groups() * shape.group() * TILE_ROWS * shape.bits() / 8;
    set(arguments, Argument.TILE_REST, shape.tileBytes() - walked);
    set(arguments, Argument.PANEL_BACK, -shape.groups() * records.groupBytes(count));
    set(arguments, Argument.ROW_BYTES, (long) stride * Float.BYTES);
    set(arguments, Argument.MASK, shape.bits() == 4 ? 0x0f0f0f0f : 0x80808080L);
    set(arguments, Argument.ZERO, Float.floatToIntBits(shape.zero()));
    shape.book().map(CodeSteps::of).ifPresent(it -> table(arguments, it));
    routines
        .of(shape, count)
        .orElseThrow()
        .call(
            w.data().asSlice(from / TILE_ROWS * shape.tileBytes()),
            records.panel(r),
            MemorySegment.ofArray(y).asSlice((long) at * Float.BYTES),
            MemorySegment.ofArray(arguments));
  }

  @Override
  public void attend(QueryPanel queries, HeadPage page, HeadPage next) {
    if (!page.finite()) { // assembled code gives what is hidden a weight of 0: loops leave it out
      super.attend(queries, page, next);
      return;
    }
    int parts = (queries.count() + AttentionRoutine.MOST - 1) / AttentionRoutine.MOST;
    var codes = new ArrayList<Routine>(parts);
    for (int part = 0; part < parts; part++) {
      int count = first(queries, part + 1, parts) - first(queries, part, parts);
      routines.of(count, page).ifPresent(codes::add);
    }
    if (codes.size() < parts) {
      super.attend(queries, page, next);
      return;
    }
    var arguments = new long[AttentionRoutine.Argument.WORDS];
    arguments[AttentionRoutine.Argument.HELD.ordinal()] = page.held();
    arguments[AttentionRoutine.Argument.NEXT.ordinal()] =
        next.data().address() + next.keys() - page.data().address() - page.values();
    Exponential.constants(arguments, AttentionRoutine.Argument.EXPONENTIAL.ordinal());
    for (int part = 0; part < parts; part++) {
      attend(codes.get(part), queries, first(queries, part, parts), page, arguments);
    }
  }

  @Override
  public void pack(BlockRows rows, MemorySegment to, long tile, long scales) {
    Optional<Routine> code =
        PackingRoutine.fits(rows)
            ? routines.of(new PackingRoutine(rows.words()))
            : Optional.empty();
    code.ifPresentOrElse(
        it -> PackingRoutine.call(it, rows, to, tile, scales),
        () -> super.pack(rows, to, tile, scales));
  }

  @Override
  public boolean round(TileShape shape, float[] x, int at, ByteRecords records, int row) {
    Optional<Routine> code =
        RecordRoutine.fits(shape)
            ? routines.of(new RecordRoutine(shape.group()))
            : Optional.empty();
    code.ifPresent(it -> RecordRoutine.call(it, shape, x, at, records, row));
    return code.isPresent();
  }

  /** Code for so many numbers; nothing where they fill no vectors. */
  private Optional<Routine> elements(ElementRoutine kind, int count) {
    return count > 0 && count % ElementRoutine.LANES == 0 ? routines.of(kind) : Optional.empty();
  }

  @Override
  public void addScaled(float a, float[] x, int xAt, float[] y, int yAt, int count) {
    var from = new Floats(x, xAt);
    elements(ElementRoutine.ADD, count)
        .ifPresentOrElse(
            it -> ElementRoutine.call(it, from, from, new Floats(y, yAt), count, a, 0),
            () -> super.addScaled(a, x, xAt, y, yAt, count));
  }

  @Override
  public void swiglu(float[] gate, float[] up, int at, int count) {
    var from = new Floats(gate, at);
    elements(ElementRoutine.GATE, count)
        .ifPresentOrElse(
            it -> ElementRoutine.call(it, from, new Floats(up, at), from, count, 0, 0),
            () -> super.swiglu(gate, up, at, count));
  }

  @Override
  public void rmsNorm(
      float[] x, int xAt, float[] weight, float epsilon, float[] out, int outAt, int count) {
    var to = new Floats(out, outAt);
    elements(ElementRoutine.NORM, count)
        .ifPresentOrElse(
            it ->
                ElementRoutine.call(
                    it, new Floats(x, xAt), new Floats(weight, 0), to, count, 1f / count, epsilon),
            () -> super.rmsNorm(x, xAt, weight, epsilon, out, outAt, count));
  }

  private static int first(QueryPanel queries, int part, int parts) {
    return part * queries.count() / parts;
  }

  private static void attend(
      Routine code, QueryPanel queries, int first, HeadPage page, long[] arguments) {
    int start = queries.queryAt(first);
    int scores = queries.scoresAt(first);
    arguments[AttentionRoutine.Argument.SUMS.ordinal()] = distance(start, queries.sumAt(first));
    arguments[AttentionRoutine.Argument.STATES.ordinal()] = distance(start, queries.stateAt(first));
    arguments[AttentionRoutine.Argument.SCORES.ordinal()] = distance(start, scores);
    arguments[AttentionRoutine.Argument.MASKS_BEHIND.ordinal()] =
        distance(scores, queries.maskAt(first));
    code.call(
        page.data().asSlice(page.keys()),
        MemorySegment.ofArray(queries.numbers()).asSlice((long) start * Float.BYTES),
        page.data().asSlice(page.values()),
        MemorySegment.ofArray(arguments));
  }

  private static long distance(int from, int to) {
    return (long) (to - from) * Float.BYTES;
  }

  private static void set(long[] arguments, Argument argument, long value) {
    arguments[argument.ordinal()] = value;
  }

  private static void table(long[] arguments, CodeSteps steps) {
    byte[] table = steps.biased(2 * Long.BYTES);
    for (int i = 0; i < table.length; i++) {
      arguments[Argument.TABLE.ordinal() + i / Long.BYTES] |=
          Byte.toUnsignedLong(table[i]) << (i % Long.BYTES * 8);
    }
  }
}
