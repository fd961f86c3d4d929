// ruleid: java.correctness.hashcode-without-equals
class Label {
  private String text;

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}

// ok: java.correctness.hashcode-without-equals
class Tag {
  private String text;

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag tag && tag.text.equals(text);
  }
}

// ok: java.correctness.hashcode-without-equals
class Child extends Tag {
  @Override
  public int hashCode() {
    return 7;
  }
}
