import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Channel {
  void contexts(SSLSocket socket) throws NoSuchAlgorithmException {
    // ruleid: java.security.obsolete-tls-version
    SSLContext.getInstance("SSL");
    // ruleid: java.security.obsolete-tls-version
    SSLContext.getInstance("TLSv1.1");
    // ruleid: java.security.obsolete-tls-version
    socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"});
    // ok: java.security.obsolete-tls-version
    SSLContext.getInstance("TLS");
    // ok: java.security.obsolete-tls-version
    SSLContext.getInstance("TLSv1.3");
    // ok: java.security.obsolete-tls-version
    socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
  }
}

class MoreChannels {
  void protocols(javax.net.ssl.SSLParameters parameters) {
    // ruleid: java.security.obsolete-tls-version
    parameters.setProtocols(new String[] {"TLSv1.1"});
    // ok: java.security.obsolete-tls-version
    parameters.setProtocols(new String[] {"TLSv1.3"});
    // ruleid: java.security.obsolete-tls-version
    System.setProperty("jdk.tls.client.protocols", "TLSv1");
    // ruleid: java.security.obsolete-tls-version
    new okhttp3.ConnectionSpec.Builder(true).tlsVersions("TLSv1");
  }
}
