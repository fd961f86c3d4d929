import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;

class Macros {
  private static final Map<String, String> KNOWN = Map.of("sum", "a + b", "product", "a * b");

  void run(ScriptEngine engine) throws ScriptException {
    String macro = System.getenv("STARTUP_MACRO");
    // ruleid: java.security.code-injection-outside-input
    engine.eval("var result = " + macro);
    // ok: java.security.code-injection-outside-input
    engine.eval(KNOWN.getOrDefault("sum", "0"));
  }
}
