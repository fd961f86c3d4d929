package dev.coderev.analysis.taint;

/**
 * Which functions of a project may matter to one rule, by their calls.
 *
 * <p>A function is given by the number of its file in the project and its node in the tree of the
 * file, 0 for the top level.
 */
public interface CallWays {
  /** Every function may lead anywhere. */
  CallWays UNKNOWN =
      new CallWays() {
        @Override
        public boolean leadToSource(int file, int node) {
          return true;
        }

        @Override
        public boolean leadToSink(int file, int node) {
          return true;
        }
      };

  /** Whether a function has a source or calls towards one, on a way that is followed. */
  boolean leadToSource(int file, int node);

  /** Whether a function has a sink or calls towards one. */
  boolean leadToSink(int file, int node);
}
