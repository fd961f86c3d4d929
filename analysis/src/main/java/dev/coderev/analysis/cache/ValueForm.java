package dev.coderev.analysis.cache;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;

/** How values of one type are written and read. */
interface ValueForm {
  void write(Object value, PackOutput out);

  Object read(PackInput in);
}
