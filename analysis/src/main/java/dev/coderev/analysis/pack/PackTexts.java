package dev.coderev.analysis.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a pack that is being written, each once. */
public final class PackTexts {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<byte[]> texts = new ArrayList<>();

  int idOf(String text) {
    return ids.computeIfAbsent(
        text,
        _ -> {
          texts.add(text.getBytes(StandardCharsets.UTF_8));
          return texts.size() - 1;
        });
  }

  /** The table: the offset of each text from the end of the offsets, one more, then the texts. */
  public byte[] table() {
    PackOutput table = new PackOutput(this);
    int offset = 0;
    for (byte[] text : texts) {
      table.fixed(offset);
      offset += text.length;
    }
    table.fixed(offset);
    texts.forEach(table::raw);
    return table.bytes();
  }

  /** How many there are. */
  public int size() {
    return texts.size();
  }
}
