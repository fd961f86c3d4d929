import java.util.List;
import java.util.StringJoiner;

class Lists {
  String join(List<String> names) {
    String text = "";
    for (String name : names) {
      // ruleid: java.performance.string-concatenation-in-loop
      text += name + ", ";
    }
    return text;
  }

  String count(int end) {
    String text = "";
    for (int i = 0; i < end; i++) {
      // ruleid: java.performance.string-concatenation-in-loop
      text = text + i;
    }
    return text;
  }

  String builder(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      // ok: java.performance.string-concatenation-in-loop
      text.append(name);
    }
    return text.toString();
  }

  int sum(List<String> names) {
    int sum = 0;
    for (String name : names) {
      // ok: java.performance.string-concatenation-in-loop
      sum += name.length();
    }
    return sum;
  }

  void each(List<String> names, StringJoiner joiner) {
    for (String name : names) {
      String line = "- ";
      // ok: java.performance.string-concatenation-in-loop
      line += name;
      joiner.add(line);
    }
  }
}
