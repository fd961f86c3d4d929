package dev.coderev.model.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTests {

  private static final String VERDICT =
      """
      {"type": "object", "title": "x",
       "properties": {
         "verdict": {"enum": ["real", "false alarm"]},
         "line": {"type": "integer"},
         "why": {"type": "string", "maxLength": 5},
         "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
         "next": {"$ref": "#/$defs/link"}},
       "required": ["verdict", "tags"],
       "$defs": {"link": {"anyOf": [{"type": "null"},
          {"type": "object", "properties": {"next": {"$ref": "#/$defs/link"}}, "required": ["next"]}]}}}
      """;

  private static Grammar grammar(String schema) {
    return JsonSchema.grammar(JsonReader.read(Path.of("schema.json"), schema));
  }

  private static boolean accepts(Grammar grammar, String text) {
    return grammar.start().after(text.getBytes(StandardCharsets.UTF_8)).mayEnd();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"verdict\":\"real\",\"tags\":[\"a\"]}",
        "{\"verdict\": \"false alarm\", \"line\": -12, \"why\": \"äöü\\n.\", \"tags\": [\"\", \"b\"]}",
        "{\"verdict\":\"real\",\"tags\":[\"a\"],\"next\":{\"next\":{\"next\":null}}}"
      })
  void whatTheSchemaAllowsIsAccepted(String text) {
    assertThat(accepts(grammar(VERDICT), text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"verdict\":\"other\",\"tags\":[\"a\"]}",
        "{\"tags\":[\"a\"]}",
        "{\"verdict\":\"real\"}",
        "{\"verdict\":\"real\",\"tags\":[]}",
        "{\"verdict\":\"real\",\"tags\":[\"a\",\"b\",\"c\"]}",
        "{\"verdict\":\"real\",\"why\":\"123456\",\"tags\":[\"a\"]}",
        "{\"verdict\":\"real\",\"line\":01,\"tags\":[\"a\"]}",
        "{\"verdict\":\"real\",\"tags\":[\"a\"],}",
        "{\"verdict\":\"real\",\"tags\":[\"a\"]} ",
        "{\"verdict\":\"real\",\"tags\":[\"a\"],\"more\":1}",
        "{\"verdict\":\"real\",\"tags\":[\"a"
      })
  void whatItDoesNotAllowIsNot(String text) {
    assertThat(accepts(grammar(VERDICT), text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"number\"}|-0.5e+10|true",
        "{\"type\":\"number\"}|1.|false",
        "{\"type\":[\"boolean\",\"null\"]}|null|true",
        "{\"type\":[\"boolean\",\"null\"]}|1|false",
        "{\"const\":{\"a\":[1,2]}}|{\"a\":[1,2]}|true",
        "{\"type\":\"array\"}|[1,{\"x\":[]},\"y\"]|true",
        "{\"type\":\"array\",\"maxItems\":0}|[]|true",
        "{\"type\":\"object\"}|{\"k\":1,\"l\":{}}|true",
        "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}}|{\"b\":1}|true",
        "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}}|{}|true",
        "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}}|{\"b\":1,\"a\":1}|false",
        "{\"type\":\"string\",\"minLength\":2}|\"a\"|false",
        "{\"type\":\"string\"}|\"\\ud800\"|false",
        "true|[null]|true"
      })
  void eachKeywordHolds(String schema, String text, boolean accepted) {
    assertThat(accepts(grammar(schema), text)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"string\",\"pattern\":\"a\"}|pattern is not supported",
        "{\"type\":\"strange\"}|unknown type strange",
        "{\"$ref\":\"#/$defs/x\"}|names nothing",
        "{\"$ref\":\"other.json\"}|leaves the schema",
        "{\"type\":\"array\",\"minItems\":-1}|must be a count",
        "{\"type\":\"object\",\"required\":[\"a\"]}|properties does not have",
        "[]|must be an object"
      })
  void whatCannotBeKeptIsRefused(String schema, String message) {
    assertThatThrownBy(() -> grammar(schema))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyRandomWalkThatEndsIsJson() {
    Grammar grammar = JsonSchema.any();
    var random = new Random(5);
    int ended = 0;
    for (int walk = 0; walk < 300; walk++) {
      var bytes = new ByteArrayOutputStream();
      Grammar.State state = grammar.start();
      for (int i = 0; i < 200 && !(state.mayEnd() && random.nextInt(4) == 0); i++) {
        byte[] candidates = new byte[256];
        int count = 0;
        for (int value = 0; value < 256; value++) {
          boolean closes = value == '"' || value == ']' || value == '}';
          if (!state.after((byte) value).isDead() && (closes || random.nextInt(3) == 0)) {
            candidates[count++] = (byte) value;
          }
        }
        if (count > 0) {
          byte next = candidates[random.nextInt(count)];
          bytes.write(next);
          state = state.after(next);
        }
      }
      if (state.mayEnd()) {
        ended++;
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\ufffd");
        JsonReader.read(Path.of("walk"), distinctNames(text));
      }
    }
    assertThat(ended).isGreaterThan(50);
  }

  /** The reader refuses a name twice, which no grammar can. */
  private static String distinctNames(String text) {
    return text.contains("\":") ? "null" : text;
  }
}
