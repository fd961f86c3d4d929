import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

class Labels {
  void label() throws IOException {
    try (BufferedReader in = new BufferedReader(new FileReader("labels.txt"))) {
      String layout = in.readLine();
      // ruleid: java.security.format-string-outside-input
      System.out.printf(layout, 1);
      // ok: java.security.format-string-outside-input
      System.out.printf("%s %d", layout, 1);
    }
  }
}
