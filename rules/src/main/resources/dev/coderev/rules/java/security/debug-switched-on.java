import android.webkit.WebView;
import org.springframework.security.config.annotation.web.builders.WebSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

// ruleid: java.security.debug-switched-on
@EnableWebSecurity(debug = true)
class Loud {
  void settings(WebSecurity web) {
    // ruleid: java.security.debug-switched-on
    web.debug(true);
  }

  void pages() {
    // ruleid: java.security.debug-switched-on
    WebView.setWebContentsDebuggingEnabled(true);
  }
}

// ok: java.security.debug-switched-on
@EnableWebSecurity
class Quiet {
  void pages() {
    // ok: java.security.debug-switched-on
    WebView.setWebContentsDebuggingEnabled(false);
  }
}
