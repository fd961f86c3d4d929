package dev.coderev.cli.model;

import dev.coderev.model.init.Presets;
import java.util.Iterator;

/** The shapes that {@code model init} knows. */
final class ShapeNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Presets.all().keySet().iterator();
  }
}
