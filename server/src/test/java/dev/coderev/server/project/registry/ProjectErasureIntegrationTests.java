package dev.coderev.server.project.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectErasureIntegrationTests {
  private final JdbcClient database = TestServer.part(JdbcClient.class);

  private long count(String table, String project) {
    return database
        .sql("select count(*) from " + table + " where project_id = ?")
        .param(project)
        .query(Long.class)
        .single();
  }

  private long contents(String text) {
    return database
        .sql("select count(*) from blobs where content = ?")
        .param(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .query(Long.class)
        .single();
  }

  @Test
  void erasesADeletedProjectAfterThirtyDaysAndNothingElse() {
    Person owner = TestUsers.person();
    String shared = "shared = '" + owner.id() + "'\n";
    String own = TestProjects.INJECTION + "# " + owner.id() + "\n";
    String gone = TestProjects.analysed(owner, Map.of("app.py", own, "shared.py", shared));
    String kept = TestProjects.analysed(owner, Map.of("shared.py", shared));
    owner.client().delete("/api/projects/" + gone).expect(204);
    TestServer.part(ProjectErasure.class).eraseDue();
    assertThat(count("issues", gone)).isPositive();
    database
        .sql("update projects set deleted_at = now() - interval '31 days' where id = ?")
        .param(gone)
        .update();
    TestServer.part(ProjectErasure.class).eraseDue();
    for (String table : List.of("issues", "analyses", "snapshots", "project_members", "jobs")) {
      assertThat(count(table, gone)).as(table).isZero();
    }
    assertThat(contents(own)).isZero();
    assertThat(contents(shared)).isEqualTo(1);
    owner.client().get("/api/projects/" + kept + "/files/content?path=shared.py").expect(200);
  }
}
