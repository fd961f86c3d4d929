import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class HeaderSetup {
  void off(HttpSecurity http) throws Exception {
    // ruleid: java.security.headers-disabled
    http.headers(headers -> headers.disable());
    // ruleid: java.security.headers-disabled
    http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
    // ok: java.security.headers-disabled
    http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));
    // ok: java.security.headers-disabled
    http.httpBasic(basic -> basic.disable());
  }
}
