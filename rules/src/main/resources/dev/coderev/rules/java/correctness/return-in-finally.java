class Loader {
  int load() {
    int count = 0;
    // ruleid: java.correctness.return-in-finally
    try {
      count = read();
    } finally {
      return count;
    }
  }

  int caught() {
    // ruleid: java.correctness.return-in-finally
    try {
      return read();
    } catch (IllegalStateException e) {
      return -1;
    } finally {
      close();
      return 0;
    }
  }

  int right() {
    // ok: java.correctness.return-in-finally
    try {
      return read();
    } finally {
      close();
    }
  }

  int read() {
    return 1;
  }

  void close() {}
}
