package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that refuses to store something as it does when its disk is full. */
class FullDiskIntegrationTests {
  private final JdbcClient database = TestServer.part(JdbcClient.class);

  @BeforeEach
  void leaveNoRoom() {
    database
        .sql(
            """
            create function refuse_for_room() returns trigger language plpgsql as $$
            begin
              if new.name = 'no room' then
                raise exception 'could not extend file: No space left on device'
                  using errcode = '53100';
              end if;
              return new;
            end $$
            """)
        .update();
    database
        .sql(
            "create trigger refuse_for_room after insert on projects for each row"
                + " execute function refuse_for_room()")
        .update();
  }

  @AfterEach
  void makeRoom() {
    database.sql("drop function refuse_for_room() cascade").update();
  }

  @Test
  void saysSoAndKeepsNothingOfIt() {
    Person person = TestUsers.person();
    Answer refused =
        person
            .client()
            .post("/api/projects", Map.of("name", "no room", "language", "python"))
            .problem(503, "unavailable");
    assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
    assertThat(refused.field("detail")).contains("disk").contains("full");
    assertThat(person.client().get("/api/projects").expect(200).json().at("/total").asInt())
        .isZero();
    person.client().post("/api/projects", Map.of("name", "room", "language", "python")).expect(201);
  }
}
