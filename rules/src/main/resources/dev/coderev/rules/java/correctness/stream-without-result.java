import java.util.List;

class Letters {
  void send(List<String> letters) {
    // ruleid: java.correctness.stream-without-result
    letters.stream().filter(letter -> !letter.isEmpty()).peek(System.out::println);
    // ruleid: java.correctness.stream-without-result
    letters.stream().map(String::trim);
    // ok: java.correctness.stream-without-result
    letters.stream().map(String::trim).forEach(System.out::println);
    // ok: java.correctness.stream-without-result
    List<String> trimmed = letters.stream().map(String::trim).toList();
  }
}
