import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import javax.crypto.Cipher;

class Envelope {
  void open() throws GeneralSecurityException {
    // ruleid: java.security.rsa-without-oaep
    Cipher.getInstance("RSA");
    // ruleid: java.security.rsa-without-oaep
    Cipher.getInstance("RSA/ECB/PKCS1Padding");
    // ruleid: java.security.rsa-without-oaep
    Cipher.getInstance("RSA/None/NoPadding");
    // ok: java.security.rsa-without-oaep
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    // ok: java.security.rsa-without-oaep
    KeyPairGenerator.getInstance("RSA");
    // ok: java.security.rsa-without-oaep
    Signature.getInstance("SHA256withRSA");
  }
}
