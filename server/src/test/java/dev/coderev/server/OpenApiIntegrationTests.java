package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OpenApiIntegrationTests {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Run with {@code -Dcoderev.rewrite=true} to write it anew. */
  @Test
  void theCommittedDocumentIsThatOfTheRunningServer() throws IOException {
    Answer answer = TestServer.client().get("/openapi.json").expect(200);
    Object tree = JSON.readValue(answer.bytes(), Object.class);
    String document = JSON.writeValueAsString(tree) + "\n";
    Path committed = Path.of("..", "docs", "openapi.json");
    if (Boolean.getBoolean("coderev.rewrite")) {
      Files.writeString(committed, document);
    }
    assertThat(committed).content().isEqualTo(document);
  }

  @Test
  void theDocumentIsSound() {
    JsonNode document = TestServer.client().get("/openapi.json").json();
    assertThat(document.at("/openapi").asString()).startsWith("3.1");
    assertThat(document.at("/info/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
    var ids = new TreeSet<String>();
    for (var path : document.at("/paths").properties()) {
      assertThat(path.getKey()).startsWith("/").doesNotEndWith("/x");
      for (var operation : path.getValue().properties()) {
        String id = operation.getValue().at("/operationId").asString();
        assertThat(ids.add(id)).as("one operation is named " + id).isTrue();
        assertThat(operation.getValue().at("/responses").size()).isPositive();
      }
    }
    assertThat(ids).hasSizeGreaterThan(60);
    assertThat(document.at("/components/schemas").toString())
        .contains("\"refresh_token\"")
        .doesNotContain("\"refreshToken\"");
  }

  @Test
  void everyOperationSaysWhoMayCallIt() {
    TestServer.client();
    var open =
        TestServer.part(RequestMappingHandlerMapping.class).getHandlerMethods().values().stream()
            .filter(method -> method.getBeanType().getName().startsWith("dev.coderev."))
            .filter(method -> !method.hasMethodAnnotation(Access.class))
            .toList();
    assertThat(open).isEmpty();
  }
}
