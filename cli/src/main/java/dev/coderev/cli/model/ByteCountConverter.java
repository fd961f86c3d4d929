package dev.coderev.cli.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes such as {@code 900m} or {@code 6g}, in powers of 1,024. */
final class ByteCountConverter implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})([kmg])?");
  private static final String UNITS = "kmg";
  private static final int BITS = 10;

  @Override
  public Long convert(String value) {
    Matcher form = FORM.matcher(value.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException("'" + value + "' is no size; write 900m or 6g");
    }
    int unit = form.group(2) == null ? 0 : UNITS.indexOf(form.group(2)) + 1;
    return Long.parseLong(form.group(1)) << (unit * BITS);
  }
}
