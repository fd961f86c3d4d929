package shop;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Document;

/** Invoices: download, print, import and search. */
@RestController
public class InvoiceController {
  private final JdbcTemplate jdbc;
  private final Path folder = Path.of("/srv/invoices");

  public InvoiceController(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/invoices/{name}")
  public byte[] download(@PathVariable("name") String name) throws IOException {
    return Files.readAllBytes(locate(name));
  }

  private Path locate(String name) {
    return folder.resolve(name);
  }

  @PostMapping("/invoices/print")
  public void print(@RequestParam("name") String name, @RequestParam("copies") int copies)
      throws IOException {
    Runtime.getRuntime().exec("lp -n " + copies + " " + name);
  }

  @GetMapping("/invoices/search")
  public List<String> search(@RequestParam("text") String text) {
    return jdbc.queryForList(condition(text), String.class);
  }

  private String condition(String text) {
    StringBuilder sql = new StringBuilder("select name from invoice where text like '%");
    sql.append(text.trim()).append("%'");
    return sql.toString();
  }

  @PostMapping("/invoices/logo")
  public byte[] logo(@RequestParam("url") String url) throws IOException {
    try (InputStream in = new URL(url).openStream()) {
      return in.readNBytes(100_000);
    }
  }

  @PostMapping("/invoices/import")
  public int load(@RequestBody String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document = factory.newDocumentBuilder().parse(new File("/srv/import/invoice.xml"));
    return document.getElementsByTagName("invoice").getLength();
  }
}
