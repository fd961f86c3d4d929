class Bitmap {
  long bytes(int width, int height) {
    // ruleid: java.correctness.widened-multiplication
    long pixels = width * height;
    return pixels * 4;
  }

  long safe(int width, int height) {
    // ok: java.correctness.widened-multiplication
    long pixels = (long) width * height;
    return pixels * 4;
  }

  long wide(long width, int height) {
    // ok: java.correctness.widened-multiplication
    long pixels = width * height;
    return pixels;
  }

  int small(int width, int height) {
    // ok: java.correctness.widened-multiplication
    int pixels = width * height;
    return pixels;
  }
}
