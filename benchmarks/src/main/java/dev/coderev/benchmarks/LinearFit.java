package dev.coderev.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A straight line through points by least squares: {@code y = slope · x + intercept}.
 *
 * @param rSquared the share of the variance of y that the line explains: 1 = all points are on it
 */
record LinearFit(double slope, double intercept, double rSquared) {

  /** One measurement. */
  record Point(double x, double y) {}

  /**
   * The line through at least two points with different x.
   *
   * @throws IllegalArgumentException if no line is determined
   */
  static LinearFit through(List<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
    double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Point point : points) {
      xx += (point.x() - meanX) * (point.x() - meanX);
      xy += (point.x() - meanX) * (point.y() - meanY);
      yy += (point.y() - meanY) * (point.y() - meanY);
    }
    if (xx == 0) {
      throw new IllegalArgumentException("a line needs two points with different x");
    }
    double slope = xy / xx;
    return new LinearFit(slope, meanY - slope * meanX, yy == 0 ? 1 : xy * xy / (xx * yy));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slope", slope);
    json.put("intercept", intercept);
    json.put("rSquared", rSquared);
    return json;
  }
}
