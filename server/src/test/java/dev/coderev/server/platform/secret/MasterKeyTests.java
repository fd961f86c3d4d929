package dev.coderev.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTests {
  private static final byte[] PLAIN = "a secret".getBytes(StandardCharsets.UTF_8);
  private final MasterKey key = new MasterKey("0123456789abcdef0123456789abcdef");

  @Test
  void opensWhatItSealed() {
    assertThat(key.open("p", key.seal("p", PLAIN))).isEqualTo(PLAIN);
  }

  @Test
  void neverSealsTwiceTheSame() {
    assertThat(key.seal("p", PLAIN)).isNotEqualTo(key.seal("p", PLAIN));
  }

  @Test
  void opensNothingUnderAnotherPurposeOrKey() {
    byte[] sealed = key.seal("p", PLAIN);
    assertThatThrownBy(() -> key.open("q", sealed)).isInstanceOf(SecretUnreadable.class);
    assertThatThrownBy(() -> new MasterKey("x".repeat(32)).open("p", sealed))
        .isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void refusesWhatWasChanged() {
    byte[] sealed = key.seal("p", PLAIN);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> key.open("p", sealed)).isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void keepsAGeneratedKeyInTheDataFolder(@TempDir Path folder) {
    byte[] sealed = MasterKey.of(Optional.empty(), folder).seal("p", PLAIN);
    assertThat(MasterKey.of(Optional.empty(), folder).open("p", sealed)).isEqualTo(PLAIN);
    assertThat(folder.resolve("secret.key")).exists();
  }
}
