import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MultipartFile;

class DownloadController {
  private final Path base = Path.of("/srv/files");

  @GetMapping("/files/{name}")
  byte[] read(@PathVariable("name") String name) throws IOException {
    // ruleid: java.security.path-traversal
    return Files.readAllBytes(base.resolve(name));
  }

  @GetMapping("/raw/{name}")
  InputStream raw(@PathVariable("name") String name) throws IOException {
    File file = new File("/srv/files", name);
    // ruleid: java.security.path-traversal
    if (!file.exists()) {
      return InputStream.nullInputStream();
    }
    // ruleid: java.security.path-traversal
    return new FileInputStream(file);
  }

  InputStream servlet(HttpServletRequest request) throws IOException {
    String name = request.getParameter("file");
    // ruleid: java.security.path-traversal
    return new FileInputStream("/srv/files/" + name);
  }

  boolean exists(HttpServletRequest request) {
    // ruleid: java.security.path-traversal
    return Files.exists(Paths.get(request.getHeader("X-File")));
  }

  @GetMapping("/checked/{name}")
  byte[] checked(@PathVariable("name") String name) throws IOException {
    Path path = base.resolve(name).normalize();
    if (!path.startsWith(base)) {
      throw new IOException("outside of the folder");
    }
    // ok: java.security.path-traversal
    return Files.readAllBytes(path);
  }

  byte[] canonical(HttpServletRequest request) throws IOException {
    File folder = new File("/srv/files");
    File file = new File(folder, request.getParameter("file"));
    if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
      throw new IOException("outside of the folder");
    }
    // ok: java.security.path-traversal
    return Files.readAllBytes(file.toPath());
  }

  byte[] shortName(MultipartFile upload) throws IOException {
    Path name = base.resolve(upload.getOriginalFilename()).getFileName();
    // ok: java.security.path-traversal
    return Files.readAllBytes(base.resolve(name));
  }

  byte[] byNumber(HttpServletRequest request) throws IOException {
    int number = Integer.parseInt(request.getParameter("number"));
    // ok: java.security.path-traversal
    return Files.readAllBytes(base.resolve(number + ".txt"));
  }

  byte[] fixed(HttpServletRequest request) throws IOException {
    String language = request.getParameter("language");
    String file = "de".equals(language) ? "hallo.txt" : "hello.txt";
    // ok: java.security.path-traversal
    return Files.readAllBytes(base.resolve(file));
  }
}
