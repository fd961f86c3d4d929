package dev.coderev.model.config;

import dev.coderev.model.tensor.DType;
import java.util.Optional;

/**
 * The sizes and switches of one decoder-only transformer; all families share this record.
 *
 * @param headDim elements of one head; heads · headDim need not equal hiddenSize
 * @param kvHeads divides heads; fewer than heads means grouped-query attention
 * @param normEpsilon of RMSNorm
 * @param queryKeyNorm whether RMSNorm over headDim is applied to q and k before rotation (Qwen3)
 * @param dtype the type that the weights were written in, and computation is meant for
 */
public record ModelConfig(
    Architecture architecture,
    int hiddenSize,
    int layers,
    int heads,
    int kvHeads,
    int headDim,
    int intermediateSize,
    int vocabSize,
    int maxPositions,
    double normEpsilon,
    double ropeTheta,
    RopeScaling ropeScaling,
    boolean tiedEmbeddings,
    Biases biases,
    boolean queryKeyNorm,
    Optional<SlidingWindow> slidingWindow,
    SpecialTokens specialTokens,
    DType dtype) {

  public ModelConfig {
    positive("hidden_size", hiddenSize);
    positive("num_hidden_layers", layers);
    positive("num_attention_heads", heads);
    positive("num_key_value_heads", kvHeads);
    positive("head_dim", headDim);
    positive("intermediate_size", intermediateSize);
    positive("vocab_size", vocabSize);
    positive("max_position_embeddings", maxPositions);
    if (heads % kvHeads != 0) {
      throw new IllegalArgumentException(
          "num_attention_heads " + heads + " is no multiple of num_key_value_heads " + kvHeads);
    }
    if (headDim % 2 != 0) {
      throw new IllegalArgumentException("head_dim " + headDim + " must be even for RoPE");
    }
    if (!(normEpsilon >= 0) || Double.isInfinite(normEpsilon)) {
      throw new IllegalArgumentException("rms_norm_eps " + normEpsilon + " is no small number");
    }
    if (!(ropeTheta > 0) || Double.isInfinite(ropeTheta)) {
      throw new IllegalArgumentException("rope_theta " + ropeTheta + " must be positive");
    }
  }

  private static void positive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be positive, not " + value);
    }
  }

  /** heads · headDim: the rows of the q projection. */
  public int queryWidth() {
    return Math.multiplyExact(heads, headDim);
  }

  /** kvHeads · headDim: the rows of the k and the v projection. */
  public int keyValueWidth() {
    return Math.multiplyExact(kvHeads, headDim);
  }

  /** The same model, its weights in another type. */
  public ModelConfig withDtype(DType other) {
    return with(specialTokens, other);
  }

  /** The same model with other special tokens. */
  public ModelConfig withSpecialTokens(SpecialTokens other) {
    return with(other, dtype);
  }

  /** A model of the same kind, vocabulary and heads' size, of other sizes. */
  public ModelConfig withSizes(
      int someLayers, int hidden, int someHeads, int someKvHeads, int intermediate) {
    return with(someLayers, hidden, someHeads, someKvHeads, intermediate, specialTokens, dtype);
  }

  private ModelConfig with(SpecialTokens tokens, DType type) {
    return with(layers, hiddenSize, heads, kvHeads, intermediateSize, tokens, type);
  }

  private ModelConfig with(
      int someLayers,
      int hidden,
      int someHeads,
      int someKvHeads,
      int intermediate,
      SpecialTokens tokens,
      DType type) {
    return new ModelConfig(
        architecture,
        hidden,
        someLayers,
        someHeads,
        someKvHeads,
        headDim,
        intermediate,
        vocabSize,
        maxPositions,
        normEpsilon,
        ropeTheta,
        ropeScaling,
        tiedEmbeddings,
        biases,
        queryKeyNorm,
        slidingWindow,
        tokens,
        type);
  }
}
