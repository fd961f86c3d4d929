package dev.coderev.model.config;

import java.util.Arrays;
import java.util.Optional;

/** A family of decoder-only transformers, as {@code model_type} names it. */
public enum Architecture {
  LLAMA("llama", "LlamaForCausalLM", "llama"),
  MISTRAL("mistral", "MistralForCausalLM", "llama"),
  QWEN2("qwen2", "Qwen2ForCausalLM", "qwen2"),
  QWEN3("qwen3", "Qwen3ForCausalLM", "qwen3");

  private final String modelType;
  private final String className;
  private final String ggufName;

  Architecture(String modelType, String className, String ggufName) {
    this.modelType = modelType;
    this.className = className;
    this.ggufName = ggufName;
  }

  /** The word in {@code config.json}. */
  public String modelType() {
    return modelType;
  }

  /** The class that {@code architectures} names. */
  public String className() {
    return className;
  }

  /** The word in {@code general.architecture}; GGUF knows Mistral as a Llama. */
  public String ggufName() {
    return ggufName;
  }

  /** Whether GGUF stores the rows of Q and K for rotation of neighbours instead of halves. */
  public boolean permutedInGguf() {
    return ggufName.equals("llama");
  }

  public static Optional<Architecture> ofModelType(String word) {
    return Arrays.stream(values()).filter(it -> it.modelType.equals(word)).findFirst();
  }

  /** The first family with this GGUF name. */
  public static Optional<Architecture> ofGgufName(String word) {
    return Arrays.stream(values()).filter(it -> it.ggufName.equals(word)).findFirst();
  }
}
