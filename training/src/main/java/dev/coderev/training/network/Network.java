package dev.coderev.training.network;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.torch.Compute;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A decoder-only transformer with gradients: the arithmetic, names and layouts of {@code
 * dev.coderev.model.transformer.Transformer}, on tensors of libtorch.
 *
 * <pre>
 * x = embedding[token]
 * each layer:  x += O · attention(rope(Q·n), rope(K·n), V·n)     n = norm(x)
 *              x += down · (silu(gate·n) ⊙ up·n)                 n = norm(x)
 * logits = head · norm(x)
 * </pre>
 *
 * The stream stays in 32 bits; factors of products are narrowed when {@link Compute} says so. Every
 * tensor that a call makes belongs to the caller's scope.
 */
public final class Network {

  private final ModelConfig config;
  private final Parameters parameters;
  private final Compute compute;
  private final Lens lens;
  private final Turns turns;

  public Network(ModelConfig config, Parameters parameters, Compute compute) {
    this(config, parameters, compute, Lens.PLAIN);
  }

  /**
   * @param lens how the matrices of linear layers are seen
   */
  public Network(ModelConfig config, Parameters parameters, Compute compute, Lens lens) {
    this.config = config;
    this.parameters = parameters;
    this.compute = compute;
    this.lens = lens;
    this.turns = new Turns(config, compute);
  }

  public ModelConfig config() {
    return config;
  }

  public Parameters parameters() {
    return parameters;
  }

  public Compute compute() {
    return compute;
  }

  /** Whether linear layers see their matrices as they are. */
  public boolean isPlain() {
    return lens.equals(Lens.PLAIN);
  }

  /** What the last norm gives for each token: [rows · length, hidden]. */
  public Tensor hidden(TokenBatch batch) {
    return hidden(batch, Watcher.NOBODY);
  }

  /** As {@link #hidden(TokenBatch)}; shows the inside of each layer to a watcher. */
  public Tensor hidden(TokenBatch batch, Watcher watcher) {
    var masks = new Masks(config, compute, batch);
    Turns.Table table = turns.of(batch);
    Tensor ids = compute.longs(batch.ids(), batch.ids().length);
    Tensor x = parameters.get(WeightShapes.EMBEDDINGS).index_select(0, ids); // [n, hidden]
    for (int i = 0; i < config.layers(); i++) {
      String layer = WeightShapes.layer(i);
      if (watcher.skips(i)) {
        continue;
      }
      Tensor normed = norm(x, layer + "input_layernorm.weight", config.hiddenSize());
      watcher.stream(i, x, normed);
      Tensor attended = attention(layer, normed, batch, masks.of(i), table, i, watcher);
      x = x.add(linear(attended, layer + "self_attn.o_proj"));
      watcher.between(i, x);
      Tensor again = norm(x, layer + "post_attention_layernorm.weight", config.hiddenSize());
      watcher.normed(i, again);
      x = x.add(mlp(layer, again, i, watcher));
      watcher.left(i, x);
    }
    return norm(x, WeightShapes.FINAL_NORM, config.hiddenSize());
  }

  /** The logits of rows of {@link #hidden}, in 32 bits: [n, vocabulary]. */
  public Tensor logits(Tensor hidden) {
    Tensor head = narrow(parameters.get(headName()));
    return torch.linear(narrow(hidden), head).to(ScalarType.Float);
  }

  private String headName() {
    return config.tiedEmbeddings() ? WeightShapes.EMBEDDINGS : WeightShapes.HEAD;
  }

  private Tensor norm(Tensor x, String name, int width) {
    return torch.rms_norm(
        x,
        new long[] {width},
        new TensorOptional(parameters.get(name)),
        new DoubleOptional(config.normEpsilon()));
  }

  private Tensor linear(Tensor x, String name) {
    Tensor weight = narrow(lens.seen(name + ".weight", parameters));
    String bias = name + ".bias";
    return parameters.has(bias)
        ? torch.linear(narrow(x), weight, new TensorOptional(narrow(parameters.get(bias))))
        : torch.linear(narrow(x), weight);
  }

  private Tensor narrow(Tensor factor) {
    return compute.precision() == Compute.Precision.BF16 ? factor.to(ScalarType.BFloat16) : factor;
  }

  private Tensor mlp(String layer, Tensor normed, int index, Watcher watcher) {
    Tensor gate = torch.silu(linear(normed, layer + "mlp.gate_proj"));
    Tensor inner = gate.mul(linear(normed, layer + "mlp.up_proj"));
    watcher.inner(index, inner);
    return linear(inner, layer + "mlp.down_proj");
  }

  private Tensor attention(
      String layer,
      Tensor normed,
      TokenBatch batch,
      Tensor mask,
      Turns.Table table,
      int index,
      Watcher watcher) {
    Tensor query = heads(linear(normed, layer + "self_attn.q_proj"), batch, config.heads());
    Tensor key = heads(linear(normed, layer + "self_attn.k_proj"), batch, config.kvHeads());
    Tensor value = heads(linear(normed, layer + "self_attn.v_proj"), batch, config.kvHeads());
    if (config.queryKeyNorm()) {
      query = norm(query, layer + "self_attn.q_norm.weight", config.headDim());
      key = norm(key, layer + "self_attn.k_norm.weight", config.headDim());
    }
    Tensor attended =
        torch.scaled_dot_product_attention(
            forAttention(turned(query, table)).transpose(1, 2),
            forAttention(turned(key, table)).transpose(1, 2),
            forAttention(value).transpose(1, 2),
            new TensorOptional(forAttention(mask)),
            0.0,
            false,
            new DoubleOptional(1 / Math.sqrt(config.headDim())),
            config.heads() != config.kvHeads());
    Tensor together =
        attended.transpose(1, 2).reshape((long) batch.rows() * batch.length(), config.queryWidth());
    watcher.attended(index, together);
    return together;
  }

  private Tensor forAttention(Tensor operand) {
    return operand.to(compute.narrowAttention() ? ScalarType.BFloat16 : ScalarType.Float);
  }

  /** [rows, length, heads, headDim] in 32 bits. */
  private Tensor heads(Tensor projected, TokenBatch batch, int heads) {
    return projected
        .view(batch.rows(), batch.length(), heads, config.headDim())
        .to(ScalarType.Float);
  }

  /** Element j of a head is paired with j + d/2; the pair is turned by its position's angle. */
  private Tensor turned(Tensor heads, Turns.Table table) {
    long half = config.headDim() / 2;
    Tensor left = heads.narrow(3, 0, half);
    Tensor right = heads.narrow(3, half, half);
    return torch.cat(
        new TensorVector(
            left.mul(table.cosines()).sub(right.mul(table.sines())),
            right.mul(table.cosines()).add(left.mul(table.sines()))),
        3);
  }
}
