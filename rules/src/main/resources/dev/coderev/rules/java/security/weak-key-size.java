import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

class Keys {
  void rsa() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ruleid: java.security.weak-key-size
    generator.initialize(1024);
  }

  void dsa() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
    int size = 512;
    // ruleid: java.security.weak-key-size
    generator.initialize(size);
  }

  void strong() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ok: java.security.weak-key-size
    generator.initialize(4096);
  }

  void curve() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    // ok: java.security.weak-key-size
    generator.initialize(256);
  }

  void configured(int size) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ok: java.security.weak-key-size
    generator.initialize(size);
  }

  void parameters() throws NoSuchAlgorithmException {
    // ruleid: java.security.weak-key-size
    new java.security.spec.RSAKeyGenParameterSpec(1024, java.security.spec.RSAKeyGenParameterSpec.F4);
    // ok: java.security.weak-key-size
    new java.security.spec.RSAKeyGenParameterSpec(3072, java.security.spec.RSAKeyGenParameterSpec.F4);
  }

  void curves() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    // ruleid: java.security.weak-key-size
    generator.initialize(160);
    // ruleid: java.security.weak-key-size
    new java.security.spec.ECGenParameterSpec("secp160r1");
    // ok: java.security.weak-key-size
    new java.security.spec.ECGenParameterSpec("secp256r1");
  }

  void cipher() throws NoSuchAlgorithmException {
    javax.crypto.KeyGenerator generator = javax.crypto.KeyGenerator.getInstance("AES");
    // ruleid: java.security.weak-key-size
    generator.init(64);
    // ok: java.security.weak-key-size
    generator.init(256);
  }
}
