package dev.coderev.analysis.cache;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The form of a record: its components in order. */
final class RecordForm implements ValueForm {
  private final Constructor<?> constructor;
  private final List<Method> accessors;
  private final List<ValueForm> forms;

  RecordForm(Class<?> type, ValueForms all) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
    constructor.setAccessible(true);
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
    accessors.forEach(accessor -> accessor.setAccessible(true));
    forms = Arrays.stream(components).map(component -> all.of(component.getGenericType())).toList();
  }

  @Override
  public void write(Object value, PackOutput out) {
    try {
      for (int i = 0; i < forms.size(); i++) {
        forms.get(i).write(Objects.requireNonNull(accessors.get(i).invoke(value)), out);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  @Override
  public Object read(PackInput in) {
    Object[] values = new Object[forms.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = forms.get(i).read(in);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + constructor.getDeclaringClass(), e);
    }
  }
}
