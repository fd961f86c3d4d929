package dev.coderev.review.report.json;

import java.io.OutputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * A stream of indented JSON in UTF-8, the same on every machine. Halves of surrogate pairs, which
 * cut texts may end with, become the replacement character.
 *
 * <p>What fails while writing is a {@link tools.jackson.core.JacksonException}.
 */
public final class JsonOutput implements AutoCloseable {
  private final JsonGenerator generator;

  /** Closing this output leaves {@code out} open. */
  public JsonOutput(OutputStream out) {
    generator =
        new JsonFactory()
            .createGenerator(new Indented(), out)
            .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
  }

  /** An object as a value of an array, or as the whole document. */
  public void object(Runnable members) {
    generator.writeStartObject();
    members.run();
    generator.writeEndObject();
  }

  public void object(String name, Runnable members) {
    generator.writeName(name);
    object(members);
  }

  public <T> void array(String name, Iterable<T> items, Consumer<T> write) {
    generator.writeArrayPropertyStart(name);
    items.forEach(write);
    generator.writeEndArray();
  }

  /** The same, but nothing where there are no items. */
  public <T> void arrayUnlessEmpty(String name, Collection<T> items, Consumer<T> write) {
    if (!items.isEmpty()) {
      array(name, items, write);
    }
  }

  public void strings(String name, Iterable<String> items) {
    array(name, items, this::string);
  }

  /** A string as a value of an array. */
  public void string(String text) {
    generator.writeString(whole(text));
  }

  public void string(String name, String text) {
    generator.writeName(whole(name));
    generator.writeString(whole(text));
  }

  public void string(String name, Optional<String> text) {
    text.ifPresent(given -> string(name, given));
  }

  public void number(String name, long number) {
    generator.writeNumberProperty(name, number);
  }

  public void bool(String name, boolean value) {
    generator.writeBooleanProperty(name, value);
  }

  @Override
  public void close() {
    generator.writeRaw('\n');
    generator.close();
  }

  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .forEach(whole::appendCodePoint);
        return whole.toString();
      }
    }
    return text;
  }

  /** Two blanks a level, and the same line break everywhere. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(lines)
          .withArrayIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
