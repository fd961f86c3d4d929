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
}
