// ruleid: java.correctness.equals-overload
class Version {
  private int number;

  public boolean equals(Version other) {
    return other.number == number;
  }
}

// ok: java.correctness.equals-overload
class Release {
  private int number;

  public boolean equals(Release other) {
    return other.number == number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Release release && equals(release);
  }

  @Override
  public int hashCode() {
    return number;
  }
}
