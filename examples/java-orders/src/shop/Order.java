package shop;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One order as it stands in the table. */
public record Order(long number, String customer, BigDecimal total, LocalDate placed) {
  static final BigDecimal TAX = new BigDecimal(0.19);

  BigDecimal withTax() {
    return total.add(total.multiply(TAX));
  }
}
