import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import org.apache.commons.codec.digest.DigestUtils;

class Checksums {
  void sums(byte[] data) throws NoSuchAlgorithmException {
    // ruleid: java.security.weak-hash
    MessageDigest.getInstance("MD5");
    // ruleid: java.security.weak-hash
    java.security.MessageDigest.getInstance("sha1");
    String name = "SHA-1";
    // ruleid: java.security.weak-hash
    MessageDigest.getInstance(name);
    // ruleid: java.security.weak-hash
    Signature.getInstance("SHA1withRSA");
    // ruleid: java.security.weak-hash
    DigestUtils.md5Hex(data);
    // ruleid: java.security.weak-hash
    Hashing.md5().hashBytes(data);
    // ok: java.security.weak-hash
    MessageDigest.getInstance("SHA-256");
    // ok: java.security.weak-hash
    MessageDigest.getInstance("SHA-512");
    // ok: java.security.weak-hash
    Signature.getInstance("SHA256withRSA");
    // ok: java.security.weak-hash
    Hashing.sha256().hashBytes(data);
    // ok: java.security.weak-hash
    DigestUtils.sha256Hex(data);
  }
}

class MoreChecksums {
  void sums(byte[] data) {
    // ruleid: java.security.weak-hash
    DigestUtils.shaHex(data);
    // ruleid: java.security.weak-hash
    DigestUtils.getDigest("MD5");
    // ok: java.security.weak-hash
    DigestUtils.getDigest("SHA-256");
  }
}
