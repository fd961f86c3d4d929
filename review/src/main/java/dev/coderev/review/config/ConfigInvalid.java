package dev.coderev.review.config;

import dev.coderev.review.ReviewException;
import java.util.List;

/** A configuration that cannot be used, with every problem and where it stands. */
public final class ConfigInvalid extends ReviewException {
  private static final long serialVersionUID = 1L;

  public ConfigInvalid(List<String> problems) {
    super(String.join("\n", problems));
  }
}
