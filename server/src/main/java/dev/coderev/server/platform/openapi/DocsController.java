package dev.coderev.server.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The API for people: one page, made of its document, without scripts and without other places. */
@RestController
class DocsController {
  private final ObjectProvider<OpenApiWebMvcResource> document;
  private final JsonMapper json;

  DocsController(ObjectProvider<OpenApiWebMvcResource> document, JsonMapper json) {
    this.document = document;
    this.json = json;
  }

  @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE)
  @Access(Who.ANYONE)
  ResponseEntity<String> page(HttpServletRequest request) throws JsonProcessingException {
    OpenApiWebMvcResource resource = document.getIfAvailable();
    if (resource == null) {
      throw Problem.notFound();
    }
    byte[] written = resource.openapiJson(request, "/openapi.json", Locale.ROOT);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(new DocsPage(json.readTree(written), Requests.nonce(request)).html());
  }
}
