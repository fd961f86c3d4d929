package dev.coderev.review.change;

import dev.coderev.review.result.ChangeSummary.Kind;
import java.util.BitSet;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * One file of a change.
 *
 * @param path the new path, the old one for a deleted file; with {@code /} as separator
 * @param oldPath differs from {@code path} only for a renamed file
 * @param before content before the change, empty for an added file
 * @param after content after the change, empty for a deleted file
 */
@SuppressWarnings("ArrayRecordComponent") // content is compared by nobody
public record ChangedFile(String path, String oldPath, Kind kind, byte[] before, byte[] after) {

  /** Which lines a change touched, and how many it took away. */
  public record LineChanges(BitSet touched, int added, int removed) {

    /** Whether a line from {@code first} to {@code last}, 1-based and inclusive, is touched. */
    public boolean touches(int first, int last) {
      int next = touched.nextSetBit(first);
      return next >= 0 && next <= last;
    }
  }

  /** The lines of {@code after}, 1-based, that are new or different. */
  public LineChanges lineChanges() {
    EditList edits =
        new HistogramDiff()
            .diff(RawTextComparator.WS_IGNORE_TRAILING, new RawText(before), new RawText(after));
    BitSet touched = new BitSet();
    int added = 0;
    int removed = 0;
    for (Edit edit : edits) {
      touched.set(edit.getBeginB() + 1, edit.getEndB() + 1);
      added += edit.getLengthB();
      removed += edit.getLengthA();
    }
    return new LineChanges(touched, added, removed);
  }
}
