import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

class Banners {
  void send(HttpServletResponse response) throws IOException {
    try (BufferedReader in = new BufferedReader(new FileReader("banner.txt"))) {
      String banner = in.readLine();
      // ruleid: java.security.response-splitting-outside-input
      response.setHeader("X-Banner", banner);
      // ok: java.security.response-splitting-outside-input
      response.setHeader("X-Banner", banner.replaceAll("[\\r\\n]", ""));
    }
  }
}
