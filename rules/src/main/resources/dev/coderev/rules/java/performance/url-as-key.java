import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Links {
  // ruleid: java.performance.url-as-key
  private final Set<URL> seen = new HashSet<>();
  // ruleid: java.performance.url-as-key
  private final Map<URL, String> titles = new HashMap<URL, String>();
  // ok: java.performance.url-as-key
  private final Set<URI> addresses = new HashSet<>();
  // ok: java.performance.url-as-key
  private final Map<String, URL> byName = new HashMap<>();
  // ok: java.performance.url-as-key
  private List<URL> all;
}
