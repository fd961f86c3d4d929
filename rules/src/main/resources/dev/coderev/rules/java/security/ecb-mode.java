import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;

class Sealer {
  void seal() throws GeneralSecurityException {
    // ruleid: java.security.ecb-mode
    Cipher.getInstance("AES");
    // ruleid: java.security.ecb-mode
    Cipher.getInstance("AES/ECB/PKCS5Padding");
    // ruleid: java.security.ecb-mode
    Cipher.getInstance("aes/ecb/nopadding", "SunJCE");
    // ok: java.security.ecb-mode
    Cipher.getInstance("AES/GCM/NoPadding");
    // ok: java.security.ecb-mode
    Cipher.getInstance("AES/CTR/NoPadding");
    // ok: java.security.ecb-mode
    KeyGenerator.getInstance("AES");
    // ok: java.security.ecb-mode
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
  }
}
