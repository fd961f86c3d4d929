package dev.coderev.model.template;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The functions that every chat template can call. */
final class Functions {

  private static final int LONGEST_RANGE = 100_000;

  private static final Map<String, Function> ALL =
      Map.of(
          "raise_exception",
          call -> {
            throw new TemplateError(Values.text(call.positional(0)));
          },
          "namespace",
          call -> new Namespace(new LinkedHashMap<>(call.named())),
          "dict",
          call -> new LinkedHashMap<Object, Object>(call.named()),
          "range",
          Functions::range,
          "strftime_now",
          call ->
              time(Values.string(call.positional(0)), LocalDateTime.now(ZoneId.systemDefault())));

  private Functions() {}

  /** A function, or the undefined value. */
  static Object named(String name) {
    Function function = ALL.get(name);
    return function == null ? None.UNDEFINED : function;
  }

  private static Object range(Function.Call call) {
    boolean one = call.positional().size() == 1;
    long from = one ? 0 : Values.whole(call.positional(0));
    long to = Values.whole(call.positional(one ? 0 : 1));
    long step = call.positional().size() > 2 ? Values.whole(call.positional(2)) : 1;
    if (step == 0 || Math.abs((to - from) / step) > LONGEST_RANGE) {
      throw new TemplateError("a range is too long");
    }
    var numbers = new ArrayList<Object>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      numbers.add(i);
    }
    return numbers;
  }

  /** The codes of strftime that templates use. */
  static String time(String format, LocalDateTime now) {
    var text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
        continue;
      }
      text.append(
          switch (format.charAt(++i)) {
            case 'Y' -> String.valueOf(now.getYear());
            case 'm' -> two(now.getMonthValue());
            case 'd' -> two(now.getDayOfMonth());
            case 'H' -> two(now.getHour());
            case 'M' -> two(now.getMinute());
            case 'S' -> two(now.getSecond());
            case 'b' -> now.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> now.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> now.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case '%' -> "%";
            default -> throw new TemplateError("the time format " + format + " is not supported");
          });
    }
    return text.toString();
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
