package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonValueTests {
  @Test
  void membersKeepTheirOrder() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", 1);
    value.put("a", List.of(true, 2L, "q\"", Optional.of(3)));
    assertThat(new JsonValue(value)).hasToString("{\"z\":1,\"a\":[true,2,\"q\\\"\",3]}");
  }

  @Test
  void whatIsUnknownIsNull() {
    assertThat(new JsonValue(List.of(Optional.empty(), Double.NaN))).hasToString("[null,null]");
  }

  @Test
  void fractionsAreRounded() {
    assertThat(new JsonValue(1.23456789)).hasToString("1.2346");
  }
}
