import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;

class Origins {
  void header(HttpServletResponse response, String origin) {
    // ruleid: java.security.cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "*");
    // ruleid: java.security.cors-any-origin
    ResponseEntity.ok().header("Access-Control-Allow-Origin", "*").build();
    // ok: java.security.cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example.org");
    // ok: java.security.cors-any-origin
    response.setHeader("Access-Control-Allow-Methods", "*");
  }

  void configuration(CorsConfiguration cors) {
    // ruleid: java.security.cors-any-origin
    cors.addAllowedOrigin("*");
    // ruleid: java.security.cors-any-origin
    cors.setAllowedOrigins(List.of("*"));
    // ok: java.security.cors-any-origin
    cors.setAllowedOrigins(List.of("https://shop.example.org"));
    // ok: java.security.cors-any-origin
    cors.addAllowedHeader("*");
  }

  // ruleid: java.security.cors-any-origin
  @CrossOrigin(origins = "*")
  void open() {}

  // ok: java.security.cors-any-origin
  @CrossOrigin(origins = "https://shop.example.org")
  void closed() {}
}

// ruleid: java.security.cors-any-origin
@CrossOrigin
class Everyone {}

// ruleid: java.security.cors-any-origin
@CrossOrigin(allowedHeaders = "X-Page")
class EveryoneWithHeader {}

// ok: java.security.cors-any-origin
@CrossOrigin(origins = {"https://a.example.org", "https://b.example.org"})
class Two {}

class MoreOrigins {
  void among(CorsConfiguration cors, HttpServletResponse response) {
    // ruleid: java.security.cors-any-origin
    cors.setAllowedOrigins(List.of("https://a.example.org", "*"));
    // ruleid: java.security.cors-any-origin
    response.addHeader("access-control-allow-origin", "*");
    // ok: java.security.cors-any-origin
    cors.setAllowedOrigins(List.of("https://a.example.org"));
  }
}
