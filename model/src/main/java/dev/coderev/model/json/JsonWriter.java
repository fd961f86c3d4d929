package dev.coderev.model.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON values as text: members in their order, either on one line or indented by two. */
public final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** One line without blanks. */
  public static String compact(Json value) {
    return text(value, ObjectWriteContext.empty());
  }

  /** Indented, ending in a line break. */
  public static String indented(Json value) {
    return text(value, new Indented()) + "\n";
  }

  /** Writes the indented form to a file in UTF-8. */
  public static void write(Path file, Json value) {
    try {
      Files.writeString(file, indented(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Json value, ObjectWriteContext context) {
    var text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Json value) {
    switch (value) {
      case Json.Obj object -> {
        out.writeStartObject();
        object
            .members()
            .forEach((name, member) -> {
              out.writeName(name);
              write(out, member);
            });
        out.writeEndObject();
      }
      case Json.Arr array -> {
        out.writeStartArray();
        array.elements().forEach(element -> write(out, element));
        out.writeEndArray();
      }
      case Json.Str text -> out.writeString(text.value());
      case Json.Int whole -> out.writeNumber(whole.value());
      case Json.Num real -> out.writeNumber(real.value());
      case Json.Bool bool -> out.writeBoolean(bool.value());
      case Json.Null ignored -> out.writeNull();
    }
  }

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
