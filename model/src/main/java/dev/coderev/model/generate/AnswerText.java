package dev.coderev.model.generate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes of tokens as text that can be shown at once: characters are held back until they are whole,
 * and so is what might be the beginning of a stop text.
 */
final class AnswerText {

  private final List<String> stops;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder text = new StringBuilder();
  private byte[] rest = {};
  private int shown;
  private boolean stopped;

  AnswerText(List<String> stops) {
    this.stops = stops;
  }

  /** Takes the bytes of a token and gives the text that is certain now. */
  String add(byte[] bytes) {
    decode(bytes, false);
    return certain(false);
  }

  /** The end: gives what was held back. */
  String end() {
    decode(new byte[0], true);
    return certain(true);
  }

  /** Whether a stop text appeared. */
  boolean stopped() {
    return stopped;
  }

  /** Everything given so far. */
  String text() {
    return text.substring(0, shown);
  }

  private void decode(byte[] bytes, boolean last) {
    if (stopped) {
      return;
    }
    ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, last);
    if (last) {
      decoder.flush(out);
    }
    rest = new byte[in.remaining()];
    in.get(rest);
    text.append(out.flip());
  }

  private String certain(boolean last) {
    if (stopped) {
      return "";
    }
    int end = text.length();
    for (String stop : stops) {
      int found = text.indexOf(stop, shown);
      if (found >= 0 && found <= end) {
        end = found;
        stopped = true;
      }
    }
    int safe = end;
    if (!stopped && !last) {
      for (String stop : stops) {
        safe = Math.min(safe, heldBack(stop, end));
      }
    }
    String certain = text.substring(shown, safe);
    shown = safe;
    return certain;
  }

  /** Where the longest end of the text that begins a stop text starts. */
  private int heldBack(String stop, int end) {
    for (int from = Math.max(shown, end - stop.length() + 1); from < end; from++) {
      if (stop.startsWith(text.substring(from, end))) {
        return from;
      }
    }
    return end;
  }
}
