package dev.coderev.model.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of weights as lines of text: fields between tabs, notes at the end. */
final class ReportLines {

  private static final int NOTES = 5;

  private ReportLines() {}

  static String write(List<Quantization.Quantized> reports) {
    var lines = new ArrayList<String>();
    for (Quantization.Quantized report : reports) {
      var fields = new ArrayList<String>();
      fields.add(report.name());
      fields.add(report.format());
      fields.add(String.valueOf(report.bits()));
      fields.add(String.valueOf(report.weights()));
      fields.add(String.valueOf(report.relativeError()));
      fields.addAll(report.notes());
      lines.add(String.join("\t", fields));
    }
    return String.join("\n", lines);
  }

  static List<Quantization.Quantized> read(String text) {
    return text.lines().map(line -> read(line.split("\t", -1))).toList();
  }

  private static Quantization.Quantized read(String[] fields) {
    return new Quantization.Quantized(
        fields[0],
        fields[1],
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        Double.parseDouble(fields[4]),
        Arrays.asList(fields).subList(NOTES, fields.length));
  }
}
