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

class LongSecurity {
  void block(HttpSecurity http) throws Exception {
    http.csrf(csrf -> {
      // ruleid: java.security.csrf-disabled
      csrf.disable();
    });
  }

  void kept(HttpSecurity http) throws Exception {
    http.cors(cors -> {
      // ok: java.security.csrf-disabled
      cors.disable();
    });
  }
}
