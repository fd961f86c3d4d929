package dev.coderev.server.platform.web;

import dev.coderev.analysis.source.Language;
import java.util.Arrays;
import java.util.List;

/** The language ids of the API: those of the engine. */
public final class Languages {
  public static final List<String> IDS =
      Arrays.stream(Language.values()).map(Language::id).toList();

  private Languages() {}
}
