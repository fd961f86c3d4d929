import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Exports {
  private static final Map<String, Class<?>> FORMATS = Map.of("csv", CsvExport.class);

  @GetMapping("/export")
  Object export(@RequestParam("format") String format) throws ReflectiveOperationException {
    // ruleid: java.security.unsafe-reflection
    return Class.forName("shop.export." + format).getDeclaredConstructor().newInstance();
  }

  Object call(HttpServletRequest request) throws ReflectiveOperationException {
    // ruleid: java.security.unsafe-reflection
    return getClass().getMethod(request.getParameter("action")).invoke(this);
  }

  Object load(HttpServletRequest request, ClassLoader loader) throws ReflectiveOperationException {
    // ruleid: java.security.unsafe-reflection
    return loader.loadClass(request.getHeader("X-Type"));
  }

  Object table(@RequestParam("format") String format) throws ReflectiveOperationException {
    // ok: java.security.unsafe-reflection
    return FORMATS.get("csv").getDeclaredConstructor().newInstance();
  }

  Object fixed() throws ReflectiveOperationException {
    // ok: java.security.unsafe-reflection
    return Class.forName("shop.export.CsvExport");
  }

  Object configured(String className) throws ReflectiveOperationException {
    // ok: java.security.unsafe-reflection
    return Class.forName(className);
  }
}

class CsvExport {}
