class Shape implements Cloneable {
  private int size;

  // ruleid: java.correctness.clone-without-super
  public Object clone() {
    Shape copy = new Shape();
    copy.size = size;
    return new Shape();
  }
}

class Round implements Cloneable {
  // ok: java.correctness.clone-without-super
  public Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}

final class Dot implements Cloneable {
  // ok: java.correctness.clone-without-super
  public Object clone() {
    return new Dot();
  }
}
