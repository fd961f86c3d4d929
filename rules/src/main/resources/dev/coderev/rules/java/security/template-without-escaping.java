import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import freemarker.template.Configuration;

class Pages {
  Mustache.Compiler plain() {
    // ruleid: java.security.template-without-escaping
    return Mustache.compiler().escapeHTML(false);
  }

  Mustache.Compiler none() {
    // ruleid: java.security.template-without-escaping
    return Mustache.compiler().withEscaper(Escapers.NONE);
  }

  void off(Configuration configuration) {
    // ruleid: java.security.template-without-escaping
    configuration.setAutoEscapingPolicy(Configuration.DISABLE_AUTO_ESCAPING_POLICY);
  }

  void on(Configuration configuration) {
    // ok: java.security.template-without-escaping
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
  }

  Mustache.Compiler escaped() {
    // ok: java.security.template-without-escaping
    return Mustache.compiler().escapeHTML(true);
  }
}
