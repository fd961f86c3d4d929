import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Search {
  private List<String> titles;

  @GetMapping("/search")
  List<String> search(@RequestParam("q") String query) {
    // ruleid: java.security.regex-from-request
    Pattern pattern = Pattern.compile(".*" + query + ".*");
    return titles.stream().filter(pattern.asPredicate()).toList();
  }

  @GetMapping("/match")
  boolean match(@RequestParam("q") String query, String title) {
    String first = titles.get(0);
    // ruleid: java.security.regex-from-request
    return first.matches(query);
  }

  @GetMapping("/quoted")
  Pattern quoted(@RequestParam("q") String query) {
    // ok: java.security.regex-from-request
    return Pattern.compile(Pattern.quote(query), Pattern.CASE_INSENSITIVE);
  }

  @GetMapping("/plain")
  String[] plain(@RequestParam("q") String query) {
    // ok: java.security.regex-from-request
    return query.split(",");
  }

  Pattern fixed() {
    // ok: java.security.regex-from-request
    return Pattern.compile("[a-z]+");
  }
}
