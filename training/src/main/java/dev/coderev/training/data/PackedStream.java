package dev.coderev.training.data;

import dev.coderev.training.TrainingException;
import java.util.SplittableRandom;

/**
 * Endless batches from the documents of a file: in each epoch all documents in a new order, one
 * behind the other, cut where a sequence is full.
 *
 * <p>What comes next depends on the seed and the place alone, so that a stream that is opened again
 * at a place goes on as if it had never been closed.
 */
public final class PackedStream {

  private final TokenFile file;
  private final long seed;
  private final FillInTheMiddle filling;
  private final int beginId;
  private int[] order = {};
  private int[] document = {};
  private long epoch;
  private int index;
  private int offset;

  /**
   * @param beginId the token that all documents begin with, or −1
   */
  public PackedStream(
      TokenFile file, long seed, FillInTheMiddle filling, int beginId, Place start) {
    if (file.tokens() < 2) {
      throw new TrainingException("there are no tokens to train on");
    }
    this.file = file;
    this.seed = seed;
    this.filling = filling;
    this.beginId = beginId;
    this.epoch = start.epoch();
    this.index = start.document();
    this.offset = start.offset();
    load();
  }

  /** Where the next batch begins. */
  public Place place() {
    return new Place(epoch, index, offset);
  }

  /** The next sequences. */
  public TokenBatch next(int rows, int length) {
    var batch = new TokenBatch(rows, length);
    for (int row = 0; row < rows; row++) {
      int number = 0;
      int position = 0;
      for (int i = 0; i < length; i++) {
        int at = offset;
        boolean last = at + 1 == document.length;
        batch.set(
            row * length + i,
            document[at],
            last ? TokenBatch.IGNORED : document[at + 1],
            position++,
            number);
        advance(last);
        if (last) {
          number++;
          position = 0;
        }
      }
    }
    return batch;
  }

  private void advance(boolean last) {
    offset++;
    if (last) {
      offset = 0;
      index++;
      if (index == file.documents()) {
        index = 0;
        epoch++;
        order = new int[0];
      }
      load();
    }
  }

  private void load() {
    if (order.length == 0) {
      order = shuffled(file.documents(), new SplittableRandom(mix(seed, epoch)));
    }
    int number = order[index];
    int[] plain = file.document(number);
    int before = plain.length > 0 && plain[0] == beginId ? 1 : 0;
    var random = new SplittableRandom(mix(mix(seed, epoch), number));
    document = filling.apply(plain, before, 1, random);
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static long mix(long seed, long number) {
    return new SplittableRandom(seed + 0x9e3779b97f4a7c15L * (number + 1)).nextLong();
  }
}
