import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class EchoController {
  @GetMapping("/hello")
  String hello(@RequestParam("name") String name) {
    // ruleid: java.security.html-response-from-request
    return "<h1>Hello " + name + "</h1>";
  }

  @GetMapping("/find")
  ResponseEntity<String> find(@RequestParam("query") String query) {
    // ruleid: java.security.html-response-from-request
    return ResponseEntity.ok("nothing found for " + query);
  }

  @GetMapping("/escaped")
  String escaped(@RequestParam("name") String name) {
    // ok: java.security.html-response-from-request
    return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
  }

  @GetMapping(value = "/json", produces = "application/json")
  String json(@RequestParam("name") String name) {
    // ok: java.security.html-response-from-request
    return "{\"name\": \"" + name + "\"}";
  }

  @GetMapping("/count")
  String count(@RequestParam("name") String name) {
    // ok: java.security.html-response-from-request
    return "length " + name.length();
  }

  @GetMapping("/object")
  Greeting object(@RequestParam("name") String name) {
    // ok: java.security.html-response-from-request
    return new Greeting(name);
  }
}

@Controller
class PageController {
  @GetMapping("/page")
  String page(@RequestParam("name") String name) {
    // ok: java.security.html-response-from-request
    return "page";
  }
}

record Greeting(String name) {}

@Path("/notes")
class Notes {
  @POST
  @Produces("text/html")
  public String shown(String note) {
    // ruleid: java.security.html-response-from-request
    return "<p>" + note + "</p>";
  }

  @POST
  @Produces("application/json")
  public String listed(String note) {
    // ok: java.security.html-response-from-request
    return note;
  }

  @POST
  public jakarta.ws.rs.core.Response said(String note) {
    // ruleid: java.security.html-response-from-request
    return jakarta.ws.rs.core.Response.ok().type("text/html").entity(note).build();
  }

  @POST
  public jakarta.ws.rs.core.Response plain(String note) {
    // ok: java.security.html-response-from-request
    return jakarta.ws.rs.core.Response.ok().type("text/plain").entity(note).build();
  }
}

