import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class Guests {
  private List<String> names;
  private Map<String, Integer> seats;

  void drop() {
    for (String name : names) {
      if (name.isEmpty()) {
        // ruleid: java.correctness.modification-while-iterating
        names.remove(name);
      }
    }
    for (String name : seats.keySet()) {
      // ruleid: java.correctness.modification-while-iterating
      seats.remove(name);
    }
  }

  void once() {
    for (String name : names) {
      if (name.isEmpty()) {
        // ok: java.correctness.modification-while-iterating
        names.remove(name);
        break;
      }
    }
    for (String name : new ArrayList<>(names)) {
      // ok: java.correctness.modification-while-iterating
      names.remove(name);
    }
    // ok: java.correctness.modification-while-iterating
    names.removeIf(String::isEmpty);
  }
}
