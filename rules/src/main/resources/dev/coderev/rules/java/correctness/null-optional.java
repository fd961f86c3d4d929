import java.util.Map;
import java.util.Optional;

class Cities {
  private Map<String, String> names;

  Optional<String> byCode(String code) {
    if (code == null) {
      // ruleid: java.correctness.null-optional
      return null;
    }
    return Optional.ofNullable(names.get(code));
  }

  Optional<String> first(String code) {
    // ok: java.correctness.null-optional
    return code == null ? Optional.empty() : byCode(code);
  }

  String name(String code) {
    // ok: java.correctness.null-optional
    return null;
  }
}
