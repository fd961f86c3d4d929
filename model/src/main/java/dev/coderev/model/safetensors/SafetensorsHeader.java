package dev.coderev.model.safetensors;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The header of a safetensors file: what stands where in the data that follows it. */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  /** One tensor; offsets count from the first byte after the header. */
  record Entry(String name, DType dtype, Shape shape, long begin, long end) {}

  SafetensorsHeader {
    metadata = Map.copyOf(metadata);
    entries = List.copyOf(entries);
  }

  /** Checks that the entries, sorted by offset, cover {@code dataBytes} without hole or overlap. */
  void requireCover(Path file, long dataBytes) {
    var sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long at = 0;
    for (Entry entry : sorted) {
      if (entry.begin() != at) {
        String what = entry.begin() > at ? "leaves a hole after" : "overlaps what ends at";
        throw new MalformedFile(
            file,
            "tensor " + entry.name(),
            "data_offsets begin at " + entry.begin() + ", which " + what + " byte " + at);
      }
      at = entry.end();
    }
    if (at != dataBytes) {
      throw new MalformedFile(
          file,
          "the tensors take " + at + " bytes of data, but the file has " + dataBytes + " of them");
    }
  }
}
