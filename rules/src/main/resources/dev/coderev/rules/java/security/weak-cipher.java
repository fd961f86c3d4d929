import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;

class Vault {
  private static final String OLD = "RC4";
  private static final String NEW = "AES/GCM/NoPadding";

  void ciphers() throws GeneralSecurityException {
    // ruleid: java.security.weak-cipher
    Cipher.getInstance("DES/CBC/PKCS5Padding");
    // ruleid: java.security.weak-cipher
    javax.crypto.Cipher.getInstance("desede");
    // ruleid: java.security.weak-cipher
    Cipher.getInstance(OLD);
    // ruleid: java.security.weak-cipher
    KeyGenerator.getInstance("DES");
    // ruleid: java.security.weak-cipher
    Cipher none = new javax.crypto.NullCipher();
    // ok: java.security.weak-cipher
    Cipher.getInstance(NEW);
    // ok: java.security.weak-cipher
    Cipher.getInstance("ChaCha20-Poly1305");
    // ok: java.security.weak-cipher
    KeyGenerator.getInstance("AES");
    // ok: java.security.weak-cipher
    Describer.getInstance("DES");
  }
}

class Describer {
  static Describer getInstance(String name) {
    return new Describer();
  }
}

class MoreCiphers {
  void ciphers() throws GeneralSecurityException {
    // ruleid: java.security.weak-cipher
    Cipher.getInstance("ARC4");
    // ruleid: java.security.weak-cipher
    new org.bouncycastle.crypto.engines.DESEngine();
    // ok: java.security.weak-cipher
    new org.bouncycastle.crypto.engines.AESEngine();
  }
}
