package dev.coderev.review.config;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule id in which {@code *} stands for any characters. */
public record IdGlob(String text) {
  public boolean fits(String ruleId) {
    return Pattern.matches(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        ruleId);
  }
}
