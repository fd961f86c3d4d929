import java.io.ObjectInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import io.grpc.stub.StreamObserver;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class UnseenEntries {
  private Connection db;

  static class Search {
    private String town;

    public String getTown() {
      return town;
    }

    public void setTown(String town) {
      this.town = town;
    }
  }

  @GetMapping("/houses")
  ResultSet houses(Search search, Model model) throws Exception {
    Statement statement = db.createStatement();
    // ruleid: java.security.sql-injection
    return statement.executeQuery("select * from house where town = '" + search.getTown() + "'");
  }

  @GetMapping("/pages")
  ResultSet pages(Search search) throws Exception {
    Statement statement = db.createStatement();
    int page = Integer.parseInt(search.getTown());
    // ok: java.security.sql-injection
    return statement.executeQuery("select * from house offset " + page);
  }

  @PostMapping("/restore")
  Object restore(MultipartFile backup) throws Exception {
    ObjectInputStream in = new ObjectInputStream(backup.getInputStream());
    // ruleid: java.security.unsafe-deserialization
    return in.readObject();
  }

  void rename(Rename request, StreamObserver<Done> answers) throws Exception {
    Statement statement = db.createStatement();
    // ruleid: java.security.sql-injection
    statement.executeUpdate("update house set name = '" + request.getName() + "'");
  }

  void touch(Rename request, StreamObserver<Done> answers) throws Exception {
    Statement statement = db.createStatement();
    // ok: java.security.sql-injection
    statement.executeUpdate("update house set seen = now()");
  }
}

class HouseAction extends ActionSupport {
  private Connection db;
  private String street;
  private String mode = "all";

  public void setStreet(String street) {
    this.street = street;
  }

  public String getStreet() {
    return street;
  }

  public String execute() throws Exception {
    Statement statement = db.createStatement();
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from house where street = '" + getStreet() + "'");
    // ruleid: java.security.sql-injection
    statement.executeQuery("select * from house where street = '" + street + "'");
    // ok: java.security.sql-injection
    statement.executeQuery("select * from house where mode = '" + mode + "'");
    return "success";
  }
}
