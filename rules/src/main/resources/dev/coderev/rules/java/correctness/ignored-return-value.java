import java.math.BigDecimal;
import java.time.LocalDate;

class Bills {
  private BigDecimal total = BigDecimal.ZERO;

  void add(String name, BigDecimal amount, LocalDate due, StringBuilder text) {
    // ruleid: java.correctness.ignored-return-value
    name.trim();
    // ruleid: java.correctness.ignored-return-value
    total.add(amount);
    // ruleid: java.correctness.ignored-return-value
    due.plusDays(14);
    // ok: java.correctness.ignored-return-value
    String clean = name.trim();
    // ok: java.correctness.ignored-return-value
    total = total.add(amount);
    // ok: java.correctness.ignored-return-value
    text.replace(0, 1, "x");
    // ok: java.correctness.ignored-return-value
    show(due.plusDays(14));
  }

  void show(LocalDate due) {}
}
