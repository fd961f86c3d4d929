import java.nio.charset.StandardCharsets;

class Bytes {
  byte[] of(String text) {
    // ruleid: java.maintainability.implicit-charset
    return text.getBytes();
  }

  byte[] constant() {
    // ruleid: java.maintainability.implicit-charset
    return "text".getBytes();
  }

  byte[] named(String text) {
    // ok: java.maintainability.implicit-charset
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] row(Row row) {
    // ok: java.maintainability.implicit-charset
    return row.getBytes();
  }
}

interface Row {
  byte[] getBytes();
}
