class Doors {
  private boolean open;

  void close() {
    // ruleid: java.correctness.assignment-as-condition
    if (open = false) {
      System.out.println("closed");
    }
    // ok: java.correctness.assignment-as-condition
    if (open == false) {
      System.out.println("closed");
    }
  }

  void read(java.io.BufferedReader in) throws java.io.IOException {
    boolean more;
    // ok: java.correctness.assignment-as-condition
    while (more = in.ready()) {
      in.readLine();
    }
  }
}
