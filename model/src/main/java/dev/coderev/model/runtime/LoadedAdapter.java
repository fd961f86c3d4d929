package dev.coderev.model.runtime;

import dev.coderev.model.adapter.AdapterReader;
import dev.coderev.model.adapter.LoraAdapter;
import dev.coderev.model.adapter.LoraPart;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.LowRank;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PEFT adapter in the form that a running model applies beside its weights. */
public final class LoadedAdapter {

  private LoadedAdapter() {}

  /** Reads an adapter's directory; fails when the adapter does not fit the model. */
  public static Adapter open(Path directory, LoadedModel model) {
    return open(directory, String.valueOf(directory.getFileName()), model);
  }

  /** As {@link #open(Path, LoadedModel)}, under another name than the directory's. */
  public static Adapter open(Path directory, String name, LoadedModel model) {
    LoraAdapter lora = AdapterReader.read(directory);
    lora.checkAgainst(model.config());
    Adapter adapter = of(name, lora);
    model.transformer().check(adapter);
    return adapter;
  }

  /** The additions of an adapter under a name. */
  static Adapter of(String name, LoraAdapter lora) {
    Map<String, LowRank> parts = new HashMap<>();
    lora.parts().forEach((module, part) -> parts.put(module, lowRank(part)));
    return new Adapter(name, parts);
  }

  private static LowRank lowRank(LoraPart part) {
    return new LowRank(
        part.in(),
        part.out(),
        part.rank(),
        part.a().toArray(),
        part.b().toArray(),
        (float) part.scale());
  }
}
