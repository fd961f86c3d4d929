package dev.coderev.server.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call the annotated operation; an operation without it is closed for everyone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
  Who value();

  /** What an API key needs. */
  Scope scope() default Scope.PERSONAL;

  /** Whether it may be called before the first password was changed. */
  boolean beforePasswordChange() default false;
}
