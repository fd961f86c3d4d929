import groovy.lang.GroovyShell;
import jakarta.servlet.http.HttpServletRequest;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

class Formulas {
  private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");

  @PostMapping("/formula")
  Object run(@RequestBody String formula) throws ScriptException {
    // ruleid: java.security.script-injection
    return engine.eval("var x = " + formula);
  }

  Object groovy(HttpServletRequest request) {
    GroovyShell shell = new GroovyShell();
    // ruleid: java.security.script-injection
    return shell.evaluate(request.getParameter("script"));
  }

  Object bound(HttpServletRequest request) throws ScriptException {
    Bindings bindings = engine.createBindings();
    bindings.put("amount", request.getParameter("amount"));
    // ok: java.security.script-injection
    return engine.eval("amount * 2", bindings);
  }

  Object number(HttpServletRequest request) throws ScriptException {
    double rate = Double.parseDouble(request.getParameter("rate"));
    // ok: java.security.script-injection
    return engine.eval("100 * " + rate);
  }
}
