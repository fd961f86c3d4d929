import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Endpoints {
  void lambda(HttpsURLConnection connection) {
    // ruleid: java.security.hostname-verification-off
    connection.setHostnameVerifier((host, session) -> true);
    // ruleid: java.security.hostname-verification-off
    HostnameVerifier any = (host, session) -> true;
    // ruleid: java.security.hostname-verification-off
    Object noop = NoopHostnameVerifier.INSTANCE;
    // ok: java.security.hostname-verification-off
    connection.setHostnameVerifier((host, session) -> host.equals("shop.example.org"));
    // ok: java.security.hostname-verification-off
    connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
  }
}

class AnyHost implements HostnameVerifier {
  // ruleid: java.security.hostname-verification-off
  @Override
  public boolean verify(String host, SSLSession session) {
    return true;
  }
}

class OneHost implements HostnameVerifier {
  // ok: java.security.hostname-verification-off
  @Override
  public boolean verify(String host, SSLSession session) {
    return host.endsWith(".example.org");
  }
}

class Signatures {
  // ok: java.security.hostname-verification-off
  public boolean verify(String text, String signature) {
    return true;
  }
}
