package dev.coderev.training.student;

import dev.coderev.model.config.WeightShapes;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.torch.Compute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The matrices that write into the stream, fitted anew by least squares, layer by layer: what the
 * student's stream is after each half of a layer comes as near as it can to the kept elements of
 * what its teacher's is there, the layers that were left out included.
 */
public final class Refit {

  private final Cut cut;
  private final Network teacher;
  private final Network student;
  private final List<TokenBatch> texts;

  public Refit(Cut cut, Network teacher, Network student, List<TokenBatch> texts) {
    this.cut = cut;
    this.teacher = teacher;
    this.student = student;
    this.texts = texts;
  }

  /** Changes the student's weights. */
  public void run() {
    for (int layer = 0; layer < cut.layers().size(); layer++) {
      fit(layer, true);
      fit(layer, false);
    }
  }

  private void fit(int layer, boolean attention) {
    String name =
        WeightShapes.layer(layer)
            + (attention ? "self_attn.o_proj.weight" : "mlp.down_proj.weight");
    Parameters weights = student.parameters();
    float[] near = weights.read(name);
    int out = student.config().hiddenSize();
    int in = near.length / out;
    var ridge = new RidgeFit(in, out);
    for (TokenBatch text : texts) {
      try (var _ = new PointerScope();
          var _ = new NoGradients()) {
        var mine = new Seen(layer);
        student.hidden(text, mine);
        var theirs = new Seen(attention ? cut.layers().get(layer) : last(layer));
        teacher.hidden(text, theirs);
        Tensor kept = teacher.compute().longs(stream(), cut.stream().size());
        Tensor target = theirs.get(attention ? "between" : "left").index_select(1, kept);
        Tensor input = mine.get(attention ? "attended" : "inner");
        Tensor missing = target.sub(mine.get(attention ? "stream" : "between"));
        ridge.add(Compute.toFloats(input.t().mm(input)), Compute.toFloats(input.t().mm(missing)));
      }
    }
    weights.write(name, ridge.solve(near));
  }

  /** The teacher's last layer before the student's next one. */
  private int last(int layer) {
    return layer + 1 < cut.layers().size()
        ? cut.layers().get(layer + 1) - 1
        : teacher.config().layers() - 1;
  }

  private long[] stream() {
    return cut.stream().stream().mapToLong(Integer::longValue).toArray();
  }

  /** What flowed through one layer. */
  private static final class Seen implements Watcher {
    private final int layer;
    private final Map<String, Tensor> tensors = new HashMap<>();

    Seen(int layer) {
      this.layer = layer;
    }

    private void take(int at, String name, Tensor tensor) {
      if (at == layer) {
        tensors.put(name, tensor.to(org.bytedeco.pytorch.global.torch.ScalarType.Float));
      }
    }

    Tensor get(String name) {
      Tensor tensor = tensors.get(name);
      if (tensor == null) {
        throw new IllegalStateException("layer " + layer + " was not computed");
      }
      return tensor;
    }

    @Override
    public void stream(int at, Tensor stream, Tensor normed) {
      take(at, "stream", stream);
    }

    @Override
    public void attended(int at, Tensor attended) {
      take(at, "attended", attended);
    }

    @Override
    public void between(int at, Tensor stream) {
      take(at, "between", stream);
    }

    @Override
    public void inner(int at, Tensor inner) {
      take(at, "inner", inner);
    }

    @Override
    public void left(int at, Tensor stream) {
      take(at, "left", stream);
    }
  }
}
