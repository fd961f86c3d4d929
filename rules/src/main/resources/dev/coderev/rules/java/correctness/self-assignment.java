class Ticket {
  private String code;
  private int seat;

  Ticket(String code, int seat) {
    // ruleid: java.correctness.self-assignment
    code = code;
    // ruleid: java.correctness.self-assignment
    this.seat = this.seat;
  }

  void change(String code, int seat) {
    // ok: java.correctness.self-assignment
    this.code = code;
    // ok: java.correctness.self-assignment
    this.seat = seat;
    int[] seats = {1, 2};
    // ok: java.correctness.self-assignment
    seats[0] = seats[1];
  }
}
