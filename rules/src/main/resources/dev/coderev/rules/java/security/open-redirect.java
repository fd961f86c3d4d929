import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

class LoginController {
  private static final Set<String> PAGES = Set.of("/orders", "/profile");

  void servlet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    // ruleid: java.security.open-redirect
    response.sendRedirect(next);
    // ruleid: java.security.open-redirect
    response.setHeader("Location", request.getHeader("Referer"));
    // ok: java.security.open-redirect
    response.sendRedirect("/login?next=" + next);
    if (PAGES.contains(next)) {
      // ok: java.security.open-redirect
      response.sendRedirect(next);
    }
    // ok: java.security.open-redirect
    response.sendRedirect("/home");
  }

  @GetMapping("/go")
  RedirectView go(@RequestParam("to") String to) {
    // ruleid: java.security.open-redirect
    return new RedirectView(to);
  }

  @GetMapping("/out")
  String out(@RequestParam("to") String to) {
    // ruleid: java.security.open-redirect
    return "redirect:" + to;
  }

  @GetMapping("/moved")
  ResponseEntity<Void> moved(@RequestParam("to") String to) {
    // ruleid: java.security.open-redirect
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(to)).build();
  }

  @GetMapping("/order")
  String order(@RequestParam("id") long id) {
    // ok: java.security.open-redirect
    return "redirect:" + id;
  }
}
