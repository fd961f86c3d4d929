import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Logins {
  void kept(HttpSecurity http) throws Exception {
    // ruleid: java.security.session-not-renewed
    http.sessionManagement().sessionFixation().none();
  }

  void keptInLambda(HttpSecurity http) throws Exception {
    // ruleid: java.security.session-not-renewed
    http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));
  }

  void renewed(HttpSecurity http) throws Exception {
    // ok: java.security.session-not-renewed
    http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
  }
}
