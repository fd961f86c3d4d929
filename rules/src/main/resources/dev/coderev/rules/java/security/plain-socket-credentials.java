import java.util.Hashtable;
import javax.naming.Context;

class DirectoryLogin {
  void environment() {
    Hashtable<String, String> env = new Hashtable<>();
    // ruleid: java.security.plain-socket-credentials
    env.put(Context.PROVIDER_URL, "ldap://directory.example.org:389");
    // ruleid: java.security.plain-socket-credentials
    env.put("java.naming.provider.url", "ldap://directory.example.org");
    // ok: java.security.plain-socket-credentials
    env.put(Context.PROVIDER_URL, "ldaps://directory.example.org:636");
    // ok: java.security.plain-socket-credentials
    env.put(Context.PROVIDER_URL, "ldap://localhost:1389");
    // ok: java.security.plain-socket-credentials
    env.put(Context.SECURITY_AUTHENTICATION, "simple");
  }
}
