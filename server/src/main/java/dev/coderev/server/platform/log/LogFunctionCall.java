package dev.coderev.server.platform.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.slf4j.event.Level;

/**
 * Has each call of a method of a component logged: its begin, its end and how long it took, never
 * its arguments or its result. Calls that an object makes of itself are not seen.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LogFunctionCall {
  Level level() default Level.DEBUG;
}
