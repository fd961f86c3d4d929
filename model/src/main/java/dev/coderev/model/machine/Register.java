package dev.coderev.model.machine;

/** The general registers that a called routine of the System V convention may change freely. */
public enum Register {
  RAX(0),
  RCX(1),
  RDX(2),
  RSI(6),
  RDI(7),
  R8(8),
  R9(9),
  R10(10),
  R11(11);

  private final int number;

  Register(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Bytes in memory, a distance from where this register points. */
  public Address at(int distance) {
    return new Address(this, distance, false);
  }

  /** As {@link #at}; one number of 32 bits stands for all sixteen of a vector. */
  public Address eachAt(int distance) {
    return new Address(this, distance, true);
  }
}
