import java.util.ArrayList;
import java.util.LinkedList;

class Trains {
  void print(LinkedList<String> cars, ArrayList<String> seats) {
    for (int i = 0; i < cars.size(); i++) {
      // ruleid: java.performance.linked-list-index
      System.out.println(cars.get(i));
      // ok: java.performance.linked-list-index
      System.out.println(seats.get(i));
    }
    for (String car : cars) {
      // ok: java.performance.linked-list-index
      System.out.println(car);
    }
    // ok: java.performance.linked-list-index
    System.out.println(cars.get(0));
  }
}
