#include <curl/curl.h>
#include <openssl/ssl.h>

void setup(CURL *curl, SSL *ssl, int verify_peer, int require_auth, int verbose) {
    if (!verify_peer) {
        // ruleid: c.security.tls-verification-optional
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    }
    switch (verify_peer) {
        case 0:
            // ruleid: c.security.tls-verification-optional
            SSL_set_verify(ssl, SSL_VERIFY_NONE, NULL);
            break;
        default:
            SSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);
    }
    switch (require_auth) {
        case 0:
            // ruleid: c.security.tls-verification-optional
            SSL_set_verify(ssl, SSL_VERIFY_NONE, NULL);
            break;
    }
    if (verbose) {
        // ok: c.security.tls-verification-optional
        SSL_set_verify(ssl, SSL_VERIFY_NONE, NULL);
    }
}
