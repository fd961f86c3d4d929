import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class TokenKeys {
  SecretKey text() {
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec("not-a-good-place!".getBytes(StandardCharsets.UTF_8), "AES");
  }

  SecretKey bytes() {
    byte[] key = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8};
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec(key, "AES");
  }

  SecretKey encoded() {
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec(Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODw=="), "AES");
  }

  SecretKey environment() {
    // ok: java.security.hard-coded-key
    return new SecretKeySpec(Base64.getDecoder().decode(System.getenv("TOKEN_KEY")), "AES");
  }

  SecretKey given(byte[] key) {
    // ok: java.security.hard-coded-key
    return new SecretKeySpec(key, "AES");
  }
}

class DecodedKeys {
  SecretKey hex() {
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec(java.util.HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"), "AES");
  }

  SecretKey given(String text) {
    // ok: java.security.hard-coded-key
    return new SecretKeySpec(java.util.HexFormat.of().parseHex(text), "AES");
  }
}
