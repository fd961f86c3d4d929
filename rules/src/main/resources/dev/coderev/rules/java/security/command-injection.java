import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

class ThumbnailController {
  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  @PostMapping("/thumbnails")
  void create(@RequestParam("file") String file, @RequestParam("format") String format) throws IOException {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("convert " + file + " out.png");
    Runtime runtime = Runtime.getRuntime();
    // ruleid: java.security.command-injection
    runtime.exec(new String[] {"sh", "-c", "convert " + file});
    // ruleid: java.security.command-injection
    new ProcessBuilder("convert", file, "out.png").start();
    List<String> command = new ArrayList<>();
    command.add("convert");
    command.add(file);
    ProcessBuilder builder = new ProcessBuilder();
    // ruleid: java.security.command-injection
    builder.command(command);
    // ok: java.security.command-injection
    new ProcessBuilder("convert", "--version").start();
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException("unknown format");
    }
    // ok: java.security.command-injection
    new ProcessBuilder("convert", "in.png", "out." + format).start();
  }

  void resize(HttpServletRequest request) throws IOException {
    int width = Integer.parseInt(request.getParameter("width"));
    // ok: java.security.command-injection
    new ProcessBuilder("convert", "-resize", String.valueOf(width), "in.png").start();
    // ok: java.security.command-injection
    run("identify");
  }

  private void run(String program) throws IOException {
    // ok: java.security.command-injection
    new ProcessBuilder(program, "in.png").start();
  }
}
