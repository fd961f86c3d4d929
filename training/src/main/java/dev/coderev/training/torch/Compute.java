package dev.coderev.training.torch;

import dev.coderev.training.TrainingException;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LayoutOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors live and are computed, and in which type matrices are multiplied.
 *
 * <p>Master weights, sums and everything that is not a product of matrices stay in 32 bits.
 */
public final class Compute {

  /** The type of the factors of matrix products. */
  public enum Precision {
    F32,
    BF16
  }

  private static final Object LOADING = new Object();
  private static boolean loaded;

  private final String device;
  private final Precision precision;

  private Compute(String device, Precision precision) {
    this.device = device;
    this.precision = precision;
  }

  /**
   * Loads libtorch and settles on a device.
   *
   * @param device {@code cpu}, {@code cuda} or {@code cuda:N}
   * @param threads of the processor; results are equal to the last bit only for equal numbers
   */
  public static Compute of(String device, Precision precision, int threads) {
    load();
    useThreads(threads);
    if (!device.equals("cpu") && !device.matches("cuda(:\\d+)?")) {
      throw new TrainingException("device '" + device + "' is not cpu, cuda or cuda:N");
    }
    if (device.startsWith("cuda") && !torch.hasCUDA()) {
      throw new TrainingException(
          "this libtorch finds no CUDA device; use --device cpu, or a build of libtorch with CUDA");
    }
    return new Compute(device, precision);
  }

  private static void useThreads(int threads) {
    torch.set_num_threads(threads);
    // OpenBLAS has threads of its own, which spin while they wait; libtorch does not tell it.
    openblas_nolapack.blas_set_num_threads(threads);
  }

  /** What the calling thread computes from now on it computes without others' help. */
  public static void useThisThreadAlone() {
    useThreads(1);
  }

  private static void load() {
    synchronized (LOADING) {
      if (loaded) {
        return;
      }
      // JavaCPP would count the whole process against the heap's limit; libtorch keeps its own
      // books.
      System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
      System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
      try {
        torch.get_num_threads();
        loaded = true;
      } catch (LinkageError e) {
        throw new TrainingException(
            String.format(
                Locale.ROOT,
                "libtorch cannot be loaded on %s %s: %s; training needs its natives (Linux and"
                    + " Windows on x86-64, macOS)",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                e.getMessage()),
            e);
      }
    }
  }

  public Precision precision() {
    return precision;
  }

  public String device() {
    return device;
  }

  /** Whether products of attention run in the type of the other products; slow on processors. */
  public boolean narrowAttention() {
    return precision == Precision.BF16 && !device.equals("cpu");
  }

  /** Zeros in 32 bits. */
  public Tensor zeros(long... shape) {
    return torch.zeros(shape, options(torch.ScalarType.Float));
  }

  /** A copy of floats. */
  public Tensor floats(float[] values, long... shape) {
    try (var pointer = new FloatPointer(values)) {
      return place(torch.from_blob(pointer, shape, host(torch.ScalarType.Float)));
    }
  }

  /** A copy of whole numbers, for ids and indices. */
  public Tensor longs(long[] values, long... shape) {
    try (var pointer = new LongPointer(values)) {
      return place(torch.from_blob(pointer, shape, host(torch.ScalarType.Long)));
    }
  }

  private Tensor place(Tensor borrowed) {
    try (borrowed) {
      return device.equals("cpu")
          ? borrowed.clone()
          : borrowed.to(
              new ScalarTypeOptional(),
              new LayoutOptional(),
              new DeviceOptional(new Device(device)),
              new BoolOptional(),
              false,
              true,
              new MemoryFormatOptional());
    }
  }

  /** The numbers of a tensor in 32 bits, row by row. */
  public static float[] toFloats(Tensor tensor) {
    try (Tensor here =
        tensor
            .detach()
            .to(new Device("cpu"), torch.ScalarType.Float, false, false, contiguous())
            .contiguous()) {
      var values = new float[Math.toIntExact(here.numel())];
      new FloatPointer(here.data_ptr()).get(values);
      return values;
    }
  }

  private static MemoryFormatOptional contiguous() {
    return new MemoryFormatOptional();
  }

  private TensorOptions options(torch.ScalarType type) {
    return new TensorOptions(new Device(device)).dtype(new ScalarTypeOptional(type));
  }

  private static TensorOptions host(torch.ScalarType type) {
    return new TensorOptions(type);
  }
}
