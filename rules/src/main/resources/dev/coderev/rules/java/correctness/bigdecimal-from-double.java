import java.math.BigDecimal;

class Prices {
  BigDecimal literal() {
    // ruleid: java.correctness.bigdecimal-from-double
    return new BigDecimal(0.1);
  }

  BigDecimal variable(double price) {
    // ruleid: java.correctness.bigdecimal-from-double
    return new BigDecimal(price);
  }

  BigDecimal text() {
    // ok: java.correctness.bigdecimal-from-double
    return new BigDecimal("0.1");
  }

  BigDecimal value(double price) {
    // ok: java.correctness.bigdecimal-from-double
    return BigDecimal.valueOf(price);
  }

  BigDecimal whole(int count) {
    // ok: java.correctness.bigdecimal-from-double
    return new BigDecimal(count);
  }
}
