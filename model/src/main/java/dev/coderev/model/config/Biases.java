package dev.coderev.model.config;

/**
 * Which linear layers add a bias.
 *
 * @param queryKeyValue the projections q, k and v
 * @param output the projection o
 * @param mlp gate, up and down
 */
public record Biases(boolean queryKeyValue, boolean output, boolean mlp) {

  public static final Biases NONE = new Biases(false, false, false);
}
