package dev.coderev.analysis.cache;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The forms of types, each made once. A type that holds itself has none. */
final class ValueForms {
  private final Map<Type, ValueForm> known = new HashMap<>();

  /** A form made of how to write and how to read. */
  private record Simple<T>(BiConsumer<T, PackOutput> writer, Function<PackInput, T> reader)
      implements ValueForm {
    @Override
    @SuppressWarnings("unchecked") // a form is only used for values of its type
    public void write(Object value, PackOutput out) {
      writer.accept((T) value, out);
    }

    @Override
    public Object read(PackInput in) {
      return reader.apply(in);
    }
  }

  ValueForm of(Type type) {
    ValueForm form = known.get(type);
    if (form == null) {
      form =
          switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic -> ofGeneric(generic);
            default -> throw unsupported(type);
          };
      known.put(type, form);
    }
    return form;
  }

  private ValueForm ofClass(Class<?> type) {
    if (type.isRecord()) {
      return new RecordForm(type, this);
    }
    if (type.isSealed()) {
      return sealed(type);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return new Simple<Enum<?>>(
          (value, out) -> out.constant(value), in -> (Enum<?>) constants[in.number()]);
    }
    if (type == String.class) {
      return new Simple<String>((value, out) -> out.text(value), PackInput::text);
    }
    if (type == int.class || type == Integer.class) {
      return new Simple<Integer>((value, out) -> out.number(value), PackInput::number);
    }
    if (type == long.class || type == Long.class) {
      return new Simple<Long>((value, out) -> out.wide(value), PackInput::wide);
    }
    if (type == double.class) {
      return new Simple<Double>(
          (value, out) -> out.wide(Double.doubleToRawLongBits(value)),
          in -> Double.longBitsToDouble(in.wide()));
    }
    if (type == boolean.class) {
      return new Simple<Boolean>((value, out) -> out.flag(value), PackInput::flag);
    }
    if (type == int[].class) {
      return new Simple<int[]>(ValueForms::writeNumbers, ValueForms::readNumbers);
    }
    if (type == BitSet.class) {
      return new Simple<BitSet>(
          (value, out) -> writeNumbers(value.stream().toArray(), out),
          in -> {
            BitSet bits = new BitSet();
            Arrays.stream(readNumbers(in)).forEach(bits::set);
            return bits;
          });
    }
    throw unsupported(type);
  }

  private static void writeNumbers(int[] numbers, PackOutput out) {
    out.number(numbers.length);
    for (int number : numbers) {
      out.fixed(number);
    }
  }

  private static int[] readNumbers(PackInput in) {
    int[] numbers = new int[in.number()];
    Arrays.setAll(numbers, _ -> in.fixed());
    return numbers;
  }

  /** One of a family: which, then the value. */
  private ValueForm sealed(Class<?> family) {
    List<Class<?>> members = List.of(family.getPermittedSubclasses());
    List<ValueForm> forms = members.stream().map(this::of).toList();
    return new Simple<Object>(
        (value, out) -> {
          int member = members.indexOf(value.getClass());
          out.number(member);
          forms.get(member).write(value, out);
        },
        in -> forms.get(in.number()).read(in));
  }

  private ValueForm ofGeneric(ParameterizedType type) {
    Type raw = type.getRawType();
    ValueForm first = of(type.getActualTypeArguments()[0]);
    if (raw == List.class) {
      return new Simple<List<?>>(
          (value, out) -> out.list(value, item -> first.write(item, out)),
          in -> in.list(first::read));
    }
    if (raw == Set.class) {
      return new Simple<Set<?>>(
          (value, out) -> out.list(value, item -> first.write(item, out)),
          in -> new LinkedHashSet<>(in.list(first::read)));
    }
    if (raw == Optional.class) {
      return new Simple<Optional<?>>(
          (value, out) -> {
            out.flag(value.isPresent());
            value.ifPresent(present -> first.write(present, out));
          },
          in -> in.flag() ? Optional.of(first.read(in)) : Optional.empty());
    }
    if (raw == Map.class) {
      ValueForm second = of(type.getActualTypeArguments()[1]);
      return new Simple<Map<?, ?>>(
          (value, out) -> {
            out.number(value.size());
            value.forEach((key, item) -> {
              first.write(key, out);
              second.write(item, out);
            });
          },
          in -> {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int left = in.number(); left > 0; left--) {
              Object key = first.read(in);
              map.put(key, second.read(in));
            }
            return map;
          });
    }
    throw unsupported(type);
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException("there is no form for " + type);
  }
}
