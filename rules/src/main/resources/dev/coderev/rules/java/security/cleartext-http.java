import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;

class Rates {
  private static final String HOST = "http://rates.example.org/today";

  void load() throws IOException {
    // ruleid: java.security.cleartext-http
    new URL("http://rates.example.org/today").openStream();
    // ruleid: java.security.cleartext-http
    new URL(HOST).openConnection();
    // ruleid: java.security.cleartext-http
    HttpRequest.newBuilder(URI.create("http://rates.example.org/today"));
    // ok: java.security.cleartext-http
    new URL("https://rates.example.org/today").openStream();
    // ok: java.security.cleartext-http
    new URL("http://localhost:8080/health").openStream();
    // ok: java.security.cleartext-http
    String namespace = "http://www.w3.org/2001/XMLSchema";
  }
}
