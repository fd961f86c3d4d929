package dev.coderev.server.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiOperation;
import dev.coderev.server.testing.TestServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsIntegrationTests {
  private final Answer page = TestServer.client().get("/docs").expect(200);

  @Test
  void showsEveryOperationOfTheDocument() {
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    for (ApiOperation operation :
        ApiOperation.of(TestServer.client().get("/openapi.json").json())) {
      assertThat(page.text())
          .contains(
              "<span class=\"method\">"
                  + operation.method()
                  + "</span> <code>"
                  + operation.path()
                  + "</code>");
    }
  }

  @Test
  void everyLinkOfThePageLeadsSomewhere() {
    Pattern.compile("href=\"#([^\"]+)")
        .matcher(page.text())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .forEach(id -> assertThat(page.text()).contains("id=\"" + id + "\""));
  }

  @Test
  void loadsNothingAndRunsNothing() {
    assertThat(page.text()).doesNotContain("<script", "src=", "@import", "url(");
    String nonce = page.text().replaceAll("(?s).*<style nonce=\"([^\"]+)\".*", "$1");
    assertThat(page.header("Content-Security-Policy"))
        .contains("style-src 'self' 'nonce-" + nonce + "'");
    Answer again = TestServer.client().get("/docs");
    assertThat(again.header("Content-Security-Policy")).doesNotContain(nonce);
  }
}
