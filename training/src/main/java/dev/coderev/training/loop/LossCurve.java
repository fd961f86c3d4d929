package dev.coderev.training.loop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The losses of a run as a drawing: training as a line, held-out texts as points on a line. */
public final class LossCurve {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 400;
  private static final int MARGIN = 50;
  private static final int MOST = 1000;
  private static final int LINES = 5;

  /** A loss at a step. */
  public record Point(double step, double loss) {}

  private final List<Point> training;
  private final List<Point> heldOut;
  private final double steps;
  private final double lowest;
  private final double highest;

  public LossCurve(List<Point> training, List<Point> heldOut) {
    this.training = thinned(training);
    this.heldOut = heldOut;
    steps = all().mapToDouble(Point::step).max().orElse(1);
    lowest = Math.floor(all().mapToDouble(Point::loss).min().orElse(0));
    highest = Math.max(lowest + 1, Math.ceil(all().mapToDouble(Point::loss).max().orElse(1)));
  }

  private Stream<Point> all() {
    return Stream.concat(training.stream(), heldOut.stream());
  }

  /** The means of neighbours, so that a long run draws as fast as a short one. */
  private static List<Point> thinned(List<Point> points) {
    int group = Math.ceilDiv(Math.max(1, points.size()), MOST);
    return IntStream.range(0, Math.ceilDiv(points.size(), group))
        .mapToObj(i -> points.subList(i * group, Math.min(points.size(), (i + 1) * group)))
        .map(part ->
            new Point(
                part.getLast().step(), part.stream().mapToDouble(Point::loss).average().orElse(0)))
        .toList();
  }

  public String svg() {
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"Loss by step\" font-family=\"sans-serif\" font-size=\"12\">%n",
            WIDTH,
            HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    for (int i = 0; i <= LINES; i++) {
      double loss = lowest + i * (highest - lowest) / LINES;
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"8\" y=\"%.1f\">%.2f</text>%n",
              MARGIN,
              y(loss),
              WIDTH - MARGIN,
              y(loss) + 4,
              loss));
      double step = i * steps / LINES;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>%n",
              x(step),
              HEIGHT - MARGIN + 20,
              step));
    }
    svg.append(line(training, "#4477aa")).append(line(heldOut, "#cc6677"));
    svg.append(
        "<text x=\"560\" y=\"30\" fill=\"#4477aa\">training</text>"
            + "<text x=\"640\" y=\"30\" fill=\"#cc6677\">held-out texts</text>\n");
    return svg.append("</svg>\n").toString();
  }

  private String line(List<Point> points, String colour) {
    return points.stream()
        .map(it -> String.format(Locale.ROOT, "%.1f,%.1f", x(it.step()), y(it.loss())))
        .collect(
            Collectors.joining(
                " ", "<polyline fill=\"none\" stroke=\"" + colour + "\" points=\"", "\"/>\n"));
  }

  private double x(double step) {
    return MARGIN + (WIDTH - 2 * MARGIN) * step / steps;
  }

  private double y(double loss) {
    return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (loss - lowest) / (highest - lowest);
  }
}
