package dev.coderev.server.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountErasureIntegrationTests {
  private final JdbcClient database = TestServer.part(JdbcClient.class);

  private long count(String table, String userId) {
    return database
        .sql("select count(*) from " + table + " where user_id = ?")
        .param(userId)
        .query(Long.class)
        .single();
  }

  private void leave(Person person) {
    person
        .client()
        .delete("/api/user/account", Map.of("current_password", TestUsers.PASSWORD))
        .expect(202);
  }

  private void letTimePass(Person person) {
    database
        .sql("update users set erase_after = now() - interval '1 minute' where id = ?")
        .param(person.id())
        .update();
  }

  private String email(Person person) {
    return database
        .sql("select email from users where id = ?")
        .param(person.id())
        .query(String.class)
        .single();
  }

  @Test
  void erasesWhatIsPersonalAfterThirtyDays() {
    Person person = TestUsers.person();
    Person owner = TestUsers.person();
    String project = TestProjects.create(owner);
    owner
        .client()
        .post(
            "/api/projects/" + project + "/team",
            Map.of("user_id", person.id(), "role", "maintainer"))
        .expect(201);
    person
        .client()
        .post(
            "/api/projects/" + project + "/webhooks",
            Map.of(
                "provider",
                "github",
                "repository",
                "team/app",
                "address",
                "http://localhost:1",
                "token",
                "personal"))
        .expect(201);
    TestProjects.key(person, java.util.List.of("project:read"));
    person.client().post("/api/analysis/code", Map.of("code", "x = 1\n")).expect(201);
    person
        .client()
        .post("/api/reports/generate", Map.of("type", "summary", "format", "json"))
        .expect(202);
    leave(person);
    TestServer.part(AccountErasure.class).eraseDue();
    assertThat(email(person)).isEqualTo(person.email());
    letTimePass(person);
    TestServer.part(AccountErasure.class).eraseDue();
    assertThat(email(person)).isEqualTo("erased-" + person.id());
    for (String table :
        java.util.List.of("sessions", "api_keys", "project_members", "reports", "analyses")) {
      assertThat(count(table, person.id())).as(table).isZero();
    }
    assertThat(
            database
                .sql("select count(*) from webhooks where user_id = ? and token is null")
                .param(person.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    TestUsers.stranger()
        .post(
            "/api/auth/register",
            Map.of("email", person.email(), "password", TestUsers.PASSWORD, "name", "A Person"))
        .expect(201);
  }

  @Test
  void somebodyWhoCameBackIsNotErased() {
    Person person = TestUsers.person();
    leave(person);
    TestUsers.admin().post("/api/admin/users/" + person.id() + "/reactivate").expect(200);
    TestServer.part(AccountErasure.class).eraseDue();
    assertThat(
            database
                .sql("select count(*) from users where id = ? and erase_after is null")
                .param(person.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(email(person)).isEqualTo(person.email());
  }
}
