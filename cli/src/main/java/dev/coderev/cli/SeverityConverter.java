package dev.coderev.cli;

import dev.coderev.analysis.finding.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a severity from the command line. */
final class SeverityConverter implements ITypeConverter<Severity> {
  @Override
  public Severity convert(String value) {
    return Severity.byId(value)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + value + "' is no severity; choose critical, high, medium, low or info"));
  }
}
