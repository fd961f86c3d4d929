package dev.coderev.server.integration.hook;

import dev.coderev.server.platform.id.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Proofs that a delivery comes from the host; compared in a time that tells nothing of them. */
final class HookSignature {
  private static final String SCHEME = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";

  private HookSignature() {}

  /** Whether this is the HMAC-SHA256 of the body under one of the secrets. */
  static boolean isGitHub(@Nullable String signature, byte[] body, List<String> secrets) {
    boolean good = false;
    for (String secret : orDummy(secrets)) {
      good |= Secrets.same(SCHEME + hmac(secret, body), String.valueOf(signature));
    }
    return good && !secrets.isEmpty();
  }

  /** Whether this is one of the secrets. */
  static boolean isToken(@Nullable String token, List<String> secrets) {
    boolean good = false;
    for (String secret : orDummy(secrets)) {
      good |= Secrets.same(Secrets.sha256(secret), Secrets.sha256(String.valueOf(token)));
    }
    return good && !secrets.isEmpty();
  }

  /** Without a secret the same work is done, so that its absence does not show. */
  private static List<String> orDummy(List<String> secrets) {
    return secrets.isEmpty() ? List.of(SCHEME) : secrets;
  }

  private static String hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
