class Ratios {
  boolean undefined(double value) {
    // ruleid: java.correctness.nan-comparison
    return value == Double.NaN;
  }

  boolean undefined(float value) {
    // ruleid: java.correctness.nan-comparison
    return value == Float.NaN;
  }

  boolean asked(double value) {
    // ok: java.correctness.nan-comparison
    return Double.isNaN(value);
  }

  boolean zero(double value) {
    // ok: java.correctness.nan-comparison
    return value == 0.0;
  }
}
