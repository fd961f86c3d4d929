import java.util.Map;

class Totals {
  int sum(Map<String, Integer> prices) {
    int sum = 0;
    for (String name : prices.keySet()) {
      // ruleid: java.performance.key-set-lookup
      sum += prices.get(name);
    }
    return sum;
  }

  int entries(Map<String, Integer> prices) {
    int sum = 0;
    for (Map.Entry<String, Integer> price : prices.entrySet()) {
      // ok: java.performance.key-set-lookup
      sum += price.getValue();
    }
    return sum;
  }

  int other(Map<String, Integer> prices, Map<String, Integer> rates) {
    int sum = 0;
    for (String name : prices.keySet()) {
      // ok: java.performance.key-set-lookup
      sum += rates.get(name);
    }
    return sum;
  }
}
