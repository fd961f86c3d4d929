package dev.coderev.training.teacher;

import java.nio.ByteBuffer;

/** The likeliest next tokens at the places of one sequence. */
final class TopAnswers {

  private final int k;
  private final int[] ids;
  private final float[] logs;

  /**
   * @param k how many tokens are listed for each place
   * @param ids [places, k], likeliest first
   * @param logs [places, k + 1]: ln p, which are rounded to halves; the last of each place belongs
   *     to all tokens that are not listed and stays a float
   */
  TopAnswers(int k, int[] ids, float[] logs) {
    this.k = k;
    this.ids = ids;
    this.logs = logs;
    for (int i = 0; i < logs.length; i++) {
      if ((i + 1) % (k + 1) != 0) {
        logs[i] = Float.float16ToFloat(Float.floatToFloat16(logs[i]));
      }
    }
  }

  /** Copies ids from a place of an array on. */
  void copyIds(long[] into, int at) {
    for (int i = 0; i < ids.length; i++) {
      into[at + i] = ids[i];
    }
  }

  void copyLogs(float[] into, int at) {
    System.arraycopy(logs, 0, into, at, logs.length);
  }

  int places() {
    return ids.length / k;
  }

  /** The bytes of a place: ids of two bytes where all fit, of four where not. */
  static int bytesOfPlace(int k, int vocabulary) {
    return k * (idBytes(vocabulary) + Short.BYTES) + Float.BYTES;
  }

  private static int idBytes(int vocabulary) {
    return vocabulary <= 1 << Short.SIZE ? Short.BYTES : Integer.BYTES;
  }

  void write(ByteBuffer out, int vocabulary) {
    boolean small = idBytes(vocabulary) == Short.BYTES;
    for (int place = 0; place < places(); place++) {
      for (int i = 0; i < k; i++) {
        if (small) {
          out.putShort((short) ids[place * k + i]);
        } else {
          out.putInt(ids[place * k + i]);
        }
      }
      int at = place * (k + 1);
      for (int i = 0; i < k; i++) {
        out.putShort(Float.floatToFloat16(logs[at + i]));
      }
      out.putFloat(logs[at + k]);
    }
  }

  static TopAnswers read(ByteBuffer in, int places, int k, int vocabulary) {
    boolean small = idBytes(vocabulary) == Short.BYTES;
    var ids = new int[places * k];
    var logs = new float[places * (k + 1)];
    for (int place = 0; place < places; place++) {
      for (int i = 0; i < k; i++) {
        ids[place * k + i] = small ? in.getShort() & 0xffff : in.getInt();
      }
      int at = place * (k + 1);
      for (int i = 0; i < k; i++) {
        logs[at + i] = Float.float16ToFloat(in.getShort());
      }
      logs[at + k] = in.getFloat();
    }
    return new TopAnswers(k, ids, logs);
  }
}
