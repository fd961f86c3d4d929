package dev.coderev.model.transformer;

import dev.coderev.model.cache.KvSequence;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one step: consecutive positions of one or several sequences, a row for each. */
final class Batch {

  /** Consecutive rows of one sequence. */
  record Slice(KvSequence sequence, Adapter adapter, int firstRow, int rows, int position) {}

  private final List<Slice> slices = new ArrayList<>();
  private final List<Integer> tokens = new ArrayList<>();

  /** Adds tokens that follow what the sequence holds; it is extended by them. */
  void add(KvSequence sequence, Adapter adapter, int[] ids, int from, int to) {
    int position = sequence.length();
    sequence.extend(to - from);
    slices.add(new Slice(sequence, adapter, tokens.size(), to - from, position));
    for (int i = from; i < to; i++) {
      tokens.add(ids[i]);
    }
  }

  List<Slice> slices() {
    return slices;
  }

  int rows() {
    return tokens.size();
  }

  int token(int row) {
    return tokens.get(row);
  }

  boolean adapted() {
    return slices.stream().anyMatch(it -> !it.adapter().parts().isEmpty());
  }
}
