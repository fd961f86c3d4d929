import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

class Numbers {
  List<Integer> squares(List<Integer> numbers) {
    List<Integer> squares = new ArrayList<>();
    // ruleid: java.correctness.parallel-stream-side-effect
    numbers.parallelStream().map(n -> n * n).forEach(n -> squares.add(n));
    return squares;
  }

  List<Integer> copy(List<Integer> numbers) {
    List<Integer> copy = new ArrayList<>();
    // ruleid: java.correctness.parallel-stream-side-effect
    numbers.parallelStream().forEach(copy::add);
    return copy;
  }

  List<Integer> collected(List<Integer> numbers) {
    // ok: java.correctness.parallel-stream-side-effect
    return numbers.parallelStream().map(n -> n * n).toList();
  }

  void sequential(List<Integer> numbers, List<Integer> target) {
    // ok: java.correctness.parallel-stream-side-effect
    numbers.stream().forEach(n -> target.add(n));
  }

  void queue(List<Integer> numbers) {
    var target = new ConcurrentLinkedQueue<>(numbers);
    // ok: java.correctness.parallel-stream-side-effect
    numbers.parallelStream().forEach(n -> target.add(n));
  }
}
