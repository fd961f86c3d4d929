import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

class Security {
  void lambda(HttpSecurity http) throws Exception {
    // ruleid: java.security.csrf-disabled
    http.csrf(csrf -> csrf.disable());
  }

  void reference(HttpSecurity http) throws Exception {
    // ruleid: java.security.csrf-disabled
    http.csrf(AbstractHttpConfigurer::disable);
  }

  void old(HttpSecurity http) throws Exception {
    // ruleid: java.security.csrf-disabled
    http.csrf().disable();
  }

  void partly(HttpSecurity http) throws Exception {
    // ok: java.security.csrf-disabled
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**"));
    // ok: java.security.csrf-disabled
    http.httpBasic(AbstractHttpConfigurer::disable);
  }
}
