package dev.coderev.server.platform.web;

import dev.coderev.analysis.source.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The language ids of the API: those of the engine. */
public final class Languages implements Supplier<List<String>> {
  public static final List<String> IDS =
      Arrays.stream(Language.values()).map(Language::id).toList();

  @Override
  public List<String> get() {
    return IDS;
  }
}
