package dev.coderev.analysis.taint;

import java.util.List;

/**
 * What a taint rule found, and what limits kept it from looking at.
 *
 * @param matches by file and place
 */
public record TaintResult(List<TaintMatch> matches, List<Omission> omissions) {
  public static final TaintResult NOTHING = new TaintResult(List.of(), List.of());

  public TaintResult {
    matches = List.copyOf(matches);
    omissions = List.copyOf(omissions);
  }
}
