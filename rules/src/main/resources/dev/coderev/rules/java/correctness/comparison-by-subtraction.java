import java.util.Comparator;

class Job implements Comparable<Job> {
  private int priority;
  private long created;
  private String name;

  @Override
  public int compareTo(Job other) {
    // ruleid: java.correctness.comparison-by-subtraction
    return this.priority - other.priority;
  }

  static class ByAge implements Comparator<Job> {
    @Override
    public int compare(Job left, Job right) {
      // ruleid: java.correctness.comparison-by-subtraction
      return (int) (left.created - right.created);
    }
  }

  static class ByName implements Comparator<Job> {
    @Override
    public int compare(Job left, Job right) {
      // ok: java.correctness.comparison-by-subtraction
      return left.name.length() - right.name.length();
    }
  }

  static class ByPriority implements Comparator<Job> {
    @Override
    public int compare(Job left, Job right) {
      // ok: java.correctness.comparison-by-subtraction
      return Integer.compare(left.priority, right.priority);
    }
  }

  int distance(Job other) {
    // ok: java.correctness.comparison-by-subtraction
    return priority - other.priority;
  }
}
