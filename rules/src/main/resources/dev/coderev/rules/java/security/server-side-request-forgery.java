import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

class PreviewController {
  private final RestTemplate rest;
  private final HttpClient client = HttpClient.newHttpClient();

  PreviewController(RestTemplate rest) {
    this.rest = rest;
  }

  @GetMapping("/preview")
  InputStream preview(@RequestParam("url") String url) throws IOException {
    // ruleid: java.security.server-side-request-forgery
    return new URL(url).openStream();
  }

  @GetMapping("/fetch")
  String fetch(@RequestParam("host") String host) {
    // ruleid: java.security.server-side-request-forgery
    return rest.getForObject("http://" + host + "/status", String.class);
  }

  @GetMapping("/client")
  HttpRequest client(@RequestParam("url") String url) {
    // ruleid: java.security.server-side-request-forgery
    return HttpRequest.newBuilder(URI.create(url)).GET().build();
  }

  @GetMapping("/image")
  InputStream image(@RequestParam("url") String url) throws IOException {
    URL address = URI.create(url).toURL();
    // ruleid: java.security.server-side-request-forgery
    return address.openStream();
  }

  @GetMapping("/rates/{currency}")
  String rates(@PathVariable("currency") String currency) {
    // ok: java.security.server-side-request-forgery
    return rest.getForObject("https://rates.example.org/" + currency, String.class);
  }

  @GetMapping("/template/{id}")
  String template(@PathVariable("id") String id) {
    // ok: java.security.server-side-request-forgery
    return rest.getForObject("https://rates.example.org/items/{id}", String.class, id);
  }

  @GetMapping("/search")
  HttpRequest search(@RequestParam("q") String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    // ok: java.security.server-side-request-forgery
    return HttpRequest.newBuilder(URI.create("https://find.example.org/?q=" + encoded)).build();
  }

  InputStream fixed() throws IOException {
    // ok: java.security.server-side-request-forgery
    return new URL("https://rates.example.org/today").openStream();
  }
}
