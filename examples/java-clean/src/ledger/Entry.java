package ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** One booking: an amount on an account at a day. */
public record Entry(String account, BigDecimal amount, LocalDate day) implements Comparable<Entry> {
  public Entry {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(day, "day");
  }

  @Override
  public int compareTo(Entry other) {
    return day.compareTo(other.day);
  }

  boolean opens(String name) {
    return account.equals(name) && amount.signum() > 0;
  }
}
