import java.security.cert.X509Certificate
import javax.net.ssl.HostnameVerifier
import javax.net.ssl.X509TrustManager

class OpenManager : X509TrustManager {
    // ok: kotlin.security.trust-all-certificates
    override fun checkClientTrusted(chain: Array<X509Certificate>, type: String) { }

    // ruleid: kotlin.security.trust-all-certificates
    override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) { }

    // ok: kotlin.security.trust-all-certificates
    override fun getAcceptedIssuers(): Array<X509Certificate> = arrayOf()
}

class Hosts {
    // ruleid: kotlin.security.trust-all-certificates
    val any = HostnameVerifier { host, session -> true }
    // ok: kotlin.security.trust-all-certificates
    val one = HostnameVerifier { host, session -> host == "shop.example.org" }
}
