import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

class OriginFilter {
  private final Set<String> allowed = Set.of("https://shop.example.org");

  void mirror(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    // ruleid: java.security.cors-reflected-origin
    response.setHeader("Access-Control-Allow-Origin", origin);
  }

  void direct(HttpServletRequest request, HttpServletResponse response) {
    // ruleid: java.security.cors-reflected-origin
    response.addHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
  }

  void checked(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    if (allowed.contains(origin)) {
      // ok: java.security.cors-reflected-origin
      response.setHeader("Access-Control-Allow-Origin", origin);
    }
    // ok: java.security.cors-reflected-origin
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example.org");
  }
}
