import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

class Members {
  private MongoCollection<Document> members;

  @PostMapping("/find")
  Object find(@RequestParam("name") String name) {
    // ruleid: java.security.nosql-injection
    return members.find(Document.parse("{name: '" + name + "'}")).first();
  }

  @PostMapping("/query")
  Object query(@RequestBody String query) {
    // ruleid: java.security.nosql-injection
    return new BasicQuery(query);
  }

  @PostMapping("/where")
  Object where(@RequestParam("name") String name) {
    // ruleid: java.security.nosql-injection
    return members.find(new Document("$where", "this.name == '" + name + "'"));
  }

  @PostMapping("/put")
  Object put(@RequestParam("name") String name) {
    Document query = new Document();
    // ruleid: java.security.nosql-injection
    query.put("$where", "this.name == '" + name + "'");
    // ok: java.security.nosql-injection
    query.put("name", name);
    return members.find(query);
  }

  @PostMapping("/equal")
  Object equal(@RequestParam("name") String name) {
    // ok: java.security.nosql-injection
    return members.find(Filters.eq("name", name)).first();
  }

  @PostMapping("/field")
  Object field(@RequestParam("name") String name) {
    // ok: java.security.nosql-injection
    return members.find(new Document("name", name)).first();
  }

  Object all() {
    // ok: java.security.nosql-injection
    return members.find(Document.parse("{active: true}"));
  }
}
