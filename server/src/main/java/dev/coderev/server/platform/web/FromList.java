package dev.coderev.server.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** The closed list that a text is from, for the document of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface FromList {
  /** A type without arguments to its constructor that gives the words. */
  Class<? extends Supplier<List<String>>> value();
}
