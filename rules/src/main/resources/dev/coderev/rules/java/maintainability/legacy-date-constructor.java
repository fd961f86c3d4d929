import java.time.LocalDate;
import java.util.Date;

class Birthdays {
  Date old() {
    // ruleid: java.maintainability.legacy-date-constructor
    return new Date(2024, 12, 31);
  }

  LocalDate better() {
    // ok: java.maintainability.legacy-date-constructor
    return LocalDate.of(2024, 12, 31);
  }

  Date counted(int year) {
    // ok: java.maintainability.legacy-date-constructor
    return new Date(year - 1900, 11, 31);
  }

  Date now() {
    // ok: java.maintainability.legacy-date-constructor
    return new Date();
  }
}
