import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

class Mails {
  private final Configuration configuration = new Configuration();

  @PostMapping("/preview")
  Template preview(@RequestBody String text) throws IOException {
    // ruleid: java.security.template-injection
    return new Template("preview", new StringReader(text), configuration);
  }

  @PostMapping("/velocity")
  String velocity(@RequestBody String text) {
    StringWriter out = new StringWriter();
    // ruleid: java.security.template-injection
    Velocity.evaluate(new VelocityContext(), out, "mail", "Dear " + text);
    return out.toString();
  }

  @PostMapping("/view")
  ModelAndView view(@RequestParam("page") String page) {
    // ruleid: java.security.template-injection
    return new ModelAndView("pages/" + page);
  }

  @PostMapping("/welcome")
  ModelAndView welcome(@RequestParam("name") String name) {
    // ok: java.security.template-injection
    return new ModelAndView("welcome", Map.of("name", name));
  }

  String data(@RequestParam("name") String name) {
    StringWriter out = new StringWriter();
    VelocityContext context = new VelocityContext();
    context.put("name", name);
    // ok: java.security.template-injection
    Velocity.evaluate(context, out, "mail", "Dear $name");
    return out.toString();
  }
}
