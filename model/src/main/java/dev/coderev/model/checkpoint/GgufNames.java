package dev.coderev.model.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of tensors in GGUF files, beside those of Hugging Face directories. */
final class GgufNames {

  /** The tensor of explicit RoPE divisors, which has no counterpart in a directory. */
  static final String ROPE_DIVISORS = "rope_freqs.weight";

  private static final Map<String, String> OUTER =
      Map.of(
          "model.embed_tokens", "token_embd",
          "model.norm", "output_norm",
          "lm_head", "output");

  private static final Map<String, String> INNER =
      Map.ofEntries(
          Map.entry("input_layernorm", "attn_norm"),
          Map.entry("self_attn.q_proj", "attn_q"),
          Map.entry("self_attn.k_proj", "attn_k"),
          Map.entry("self_attn.v_proj", "attn_v"),
          Map.entry("self_attn.o_proj", "attn_output"),
          Map.entry("self_attn.q_norm", "attn_q_norm"),
          Map.entry("self_attn.k_norm", "attn_k_norm"),
          Map.entry("post_attention_layernorm", "ffn_norm"),
          Map.entry("mlp.gate_proj", "ffn_gate"),
          Map.entry("mlp.up_proj", "ffn_up"),
          Map.entry("mlp.down_proj", "ffn_down"));

  private static final Map<String, String> OUTER_BACK = reversed(OUTER);
  private static final Map<String, String> INNER_BACK = reversed(INNER);

  private static final Pattern LAYER =
      Pattern.compile("model\\.layers\\.(\\d+)\\.(.+)\\.(weight|bias)");
  private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d+)\\.(.+)\\.(weight|bias)");
  private static final Pattern PLAIN = Pattern.compile("(.+)\\.(weight|bias)");

  private GgufNames() {}

  /** The GGUF name of a directory's tensor, when there is one. */
  static Optional<String> toGguf(String name) {
    return translate(name, LAYER, "blk.", INNER, OUTER);
  }

  /** The directory's name of a GGUF tensor, when there is one. */
  static Optional<String> fromGguf(String name) {
    return translate(name, BLOCK, "model.layers.", INNER_BACK, OUTER_BACK);
  }

  private static Optional<String> translate(
      String name,
      Pattern layered,
      String prefix,
      Map<String, String> inner,
      Map<String, String> outer) {
    Matcher layer = layered.matcher(name);
    if (layer.matches()) {
      return Optional.ofNullable(inner.get(layer.group(2)))
          .map(it -> prefix + layer.group(1) + "." + it + "." + layer.group(3));
    }
    Matcher plain = PLAIN.matcher(name);
    return plain.matches()
        ? Optional.ofNullable(outer.get(plain.group(1))).map(it -> it + "." + plain.group(2))
        : Optional.empty();
  }

  private static Map<String, String> reversed(Map<String, String> map) {
    return map.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
  }
}
