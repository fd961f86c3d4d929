import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;

class Stamps {
  // ruleid: java.correctness.week-year-pattern
  DateTimeFormatter day = DateTimeFormatter.ofPattern("YYYY-MM-dd");
  // ruleid: java.correctness.week-year-pattern
  SimpleDateFormat old = new SimpleDateFormat("dd.MM.YYYY");
  // ok: java.correctness.week-year-pattern
  DateTimeFormatter right = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  // ok: java.correctness.week-year-pattern
  DateTimeFormatter week = DateTimeFormatter.ofPattern("YYYY-'W'ww");
  // ok: java.correctness.week-year-pattern
  String label = "YYYY-MM-dd";
}
