import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Access {
  void open(HttpSecurity http) throws Exception {
    // ruleid: java.security.permit-all-requests
    http.authorizeHttpRequests(auth -> auth.anyRequest().permitAll());
    // ruleid: java.security.permit-all-requests
    http.authorizeHttpRequests(auth -> auth.requestMatchers("/**").permitAll());
  }

  void closed(HttpSecurity http) throws Exception {
    // ok: java.security.permit-all-requests
    http.authorizeHttpRequests(auth -> auth.requestMatchers("/health").permitAll().anyRequest().authenticated());
  }
}
