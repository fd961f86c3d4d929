package dev.coderev.server.platform.secret;

import dev.coderev.server.platform.database.DatabaseUnusable;
import dev.coderev.server.platform.id.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which values at rest are encrypted: each value with a data key of its own (AES-256
 * in Galois/Counter Mode), the data key with a key that HKDF derives from the master key for the
 * value's purpose.
 */
public final class MasterKey {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final int SEALED_KEY_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BITS / 8;

  private final SecretKey root;

  public MasterKey(String secret) {
    this.root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "Generic");
  }

  /** The configured key, or the one of the data folder, which is made when there is none. */
  public static MasterKey of(Optional<String> configured, Path dataFolder) {
    return new MasterKey(configured.orElseGet(() -> kept(file(dataFolder))));
  }

  /** Where a data folder keeps the key that was made for it. */
  public static Path file(Path dataFolder) {
    return dataFolder.resolve("secret.key");
  }

  private static String kept(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, Secrets.token(48));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DatabaseUnusable("the master key " + file + " cannot be read or written", e);
    }
  }

  /**
   * Encrypts a value.
   *
   * @param purpose what the value is for; it opens only under the same purpose
   */
  public byte[] seal(String purpose, byte[] plain) {
    byte[] dataKey = Secrets.bytes(KEY_BYTES);
    byte[] sealedKey = encrypt(wrapping(purpose), dataKey, purpose);
    byte[] sealed = encrypt(new SecretKeySpec(dataKey, "AES"), plain, purpose);
    return ByteBuffer.allocate(sealedKey.length + sealed.length).put(sealedKey).put(sealed).array();
  }

  public byte[] open(String purpose, byte[] sealed) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] sealedKey = new byte[SEALED_KEY_BYTES];
    parts.get(sealedKey);
    byte[] value = new byte[parts.remaining()];
    parts.get(value);
    byte[] dataKey = decrypt(wrapping(purpose), sealedKey, purpose);
    return decrypt(new SecretKeySpec(dataKey, "AES"), value, purpose);
  }

  private SecretKey wrapping(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(root)
                  .thenExpand(("coderev " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 25 has HKDF", e);
    }
  }

  private static byte[] encrypt(SecretKey key, byte[] plain, String purpose) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, plain, purpose);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  private static byte[] decrypt(SecretKey key, byte[] sealed, String purpose) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] value = new byte[parts.remaining()];
    parts.get(value);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, value, purpose);
  }

  private static byte[] cipher(
      int mode, SecretKey key, byte[] nonce, byte[] value, String purpose) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new SecretUnreadable(e);
    }
  }
}
