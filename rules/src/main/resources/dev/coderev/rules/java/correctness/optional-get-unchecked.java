import java.util.List;
import java.util.Optional;

class Books {
  String first(List<String> titles) {
    // ruleid: java.correctness.optional-get-unchecked
    return titles.stream().filter(title -> !title.isEmpty()).findFirst().get();
  }

  String wrapped(String title) {
    // ruleid: java.correctness.optional-get-unchecked
    return Optional.ofNullable(title).get();
  }

  String thrown(List<String> titles) {
    // ok: java.correctness.optional-get-unchecked
    return titles.stream().findFirst().orElseThrow(() -> new IllegalStateException("no title"));
  }

  String known() {
    // ok: java.correctness.optional-get-unchecked
    return Optional.of("known").get();
  }

  String indexed(List<String> titles) {
    // ok: java.correctness.optional-get-unchecked
    return titles.get(0);
  }
}
