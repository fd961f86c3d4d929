class Averages {
  double mean(int sum, int count) {
    // ruleid: java.correctness.integer-division-as-fraction
    double mean = sum / count;
    return mean;
  }

  double exact(int sum, int count) {
    // ok: java.correctness.integer-division-as-fraction
    double mean = (double) sum / count;
    return mean;
  }

  int pages(int rows, int size) {
    // ok: java.correctness.integer-division-as-fraction
    int pages = rows / size;
    return pages;
  }

  double half(double sum, int count) {
    // ok: java.correctness.integer-division-as-fraction
    double half = sum / count;
    return half;
  }
}
