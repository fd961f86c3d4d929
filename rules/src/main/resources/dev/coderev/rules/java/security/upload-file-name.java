import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

class Uploads {
  private final Path folder = Path.of("/srv/uploads");

  void store(MultipartFile file) throws IOException {
    // ruleid: java.security.upload-file-name
    file.transferTo(folder.resolve(file.getOriginalFilename()));
  }

  void part(Part part) throws IOException {
    String name = part.getSubmittedFileName();
    // ruleid: java.security.upload-file-name
    part.write("/srv/uploads/" + name);
  }

  void copied(MultipartFile file) throws IOException {
    Path target = folder.resolve("new-" + file.getOriginalFilename());
    // ruleid: java.security.upload-file-name
    Files.copy(file.getInputStream(), target);
  }

  void ownName(MultipartFile file) throws IOException {
    String extension = StringUtils.getFilenameExtension(file.getOriginalFilename());
    // ok: java.security.upload-file-name
    file.transferTo(folder.resolve(UUID.randomUUID() + "." + extension));
  }

  void sized(MultipartFile file) throws IOException {
    // ok: java.security.upload-file-name
    Files.write(folder.resolve("size.txt"), String.valueOf(file.getSize()).getBytes());
  }
}
