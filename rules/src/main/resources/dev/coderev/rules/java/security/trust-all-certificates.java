import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

class Transport {
  TrustManager anonymous() {
    return new X509TrustManager() {
      @Override
      public void checkClientTrusted(X509Certificate[] chain, String type) {}

      // ruleid: java.security.trust-all-certificates
      @Override
      public void checkServerTrusted(X509Certificate[] chain, String type) {}

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
      }
    };
  }
}

class OpenManager implements X509TrustManager {
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  // ruleid: java.security.trust-all-certificates
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    // accepted
  }

  public X509Certificate[] getAcceptedIssuers() {
    return null;
  }
}

class PinnedManager implements X509TrustManager {
  private final X509TrustManager delegate;

  PinnedManager(X509TrustManager delegate) {
    this.delegate = delegate;
  }

  // ok: java.security.trust-all-certificates
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    delegate.checkClientTrusted(chain, type);
  }

  // ok: java.security.trust-all-certificates
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    delegate.checkServerTrusted(chain, type);
  }

  public X509Certificate[] getAcceptedIssuers() {
    return delegate.getAcceptedIssuers();
  }
}

class Audit {
  // ok: java.security.trust-all-certificates
  public void checkServerTrusted(String name) {}
}
