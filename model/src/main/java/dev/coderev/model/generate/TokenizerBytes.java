package dev.coderev.model.generate;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.tokens.ByteAlphabet;
import dev.coderev.model.tokens.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a tokenizer's tokens, read from their spelling: in the alphabet of byte-level
 * vocabularies, or with ▁ for a blank and {@code <0xNN>} for a byte.
 */
public final class TokenizerBytes implements TokenBytes {

  private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
  private static final char BLANK = '\u2581';
  private static final byte[] NOTHING = {};

  private final Tokenizer tokenizer;
  private final Set<Integer> ends;
  private final Map<Character, Byte> alphabet = new HashMap<>();
  private final boolean byteLevel;

  public TokenizerBytes(Tokenizer tokenizer, ModelConfig config) {
    this.tokenizer = tokenizer;
    this.ends = new HashSet<>(config.specialTokens().endIds());
    OptionalInt end = tokenizer.endToken().map(tokenizer::id).orElse(OptionalInt.empty());
    end.ifPresent(ends::add);
    for (int value = 0; value < 256; value++) {
      alphabet.put(ByteAlphabet.character(value), (byte) value);
    }
    this.byteLevel = tokenizer.id(String.valueOf(ByteAlphabet.character(' '))).isPresent();
  }

  @Override
  public int size() {
    return tokenizer.size();
  }

  @Override
  public boolean isEnd(int token) {
    return ends.contains(token);
  }

  @Override
  public byte[] bytes(int token) {
    if (tokenizer.isSpecial(token)) {
      return NOTHING;
    }
    return tokenizer.token(token).map(this::read).orElse(NOTHING);
  }

  private byte[] read(String spelled) {
    Matcher single = BYTE.matcher(spelled);
    if (single.matches()) {
      return new byte[] {(byte) Integer.parseInt(single.group(1), 16)};
    }
    if (!byteLevel) {
      return spelled.replace(BLANK, ' ').getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[spelled.length()];
    for (int i = 0; i < bytes.length; i++) {
      Byte value = alphabet.get(spelled.charAt(i));
      if (value == null) {
        return spelled.getBytes(StandardCharsets.UTF_8); // an added token, spelled plainly
      }
      bytes[i] = value;
    }
    return bytes;
  }
}
