import java.util.Properties;
import javax.naming.Context;

class Bind {
  void environment(Properties env) {
    // ruleid: java.security.anonymous-ldap-bind
    env.put(Context.SECURITY_AUTHENTICATION, "none");
    // ruleid: java.security.anonymous-ldap-bind
    env.put("java.naming.security.authentication", "none");
    // ok: java.security.anonymous-ldap-bind
    env.put(Context.SECURITY_AUTHENTICATION, "simple");
    // ok: java.security.anonymous-ldap-bind
    env.put("mode", "none");
  }
}
