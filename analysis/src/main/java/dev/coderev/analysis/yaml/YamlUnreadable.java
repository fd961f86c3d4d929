package dev.coderev.analysis.yaml;

import dev.coderev.analysis.AnalysisException;

/** A text that is no YAML document, or one that asks for more than a document may. */
public final class YamlUnreadable extends AnalysisException {
  private static final long serialVersionUID = 1L;

  private final transient YamlPlace place;
  private final String reason;

  public YamlUnreadable(YamlPlace place, String reason) {
    super(place + ": " + reason);
    this.place = place;
    this.reason = reason;
  }

  public YamlPlace place() {
    return place;
  }

  /** The message without the place. */
  public String reason() {
    return reason;
  }
}
