package dev.coderev.server.fix.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FixSchedulingIntegrationTests {
  private final Person owner = TestUsers.person();
  private final JdbcClient database = TestServer.part(JdbcClient.class);

  private long cycles(String project) {
    return database
        .sql("select count(*) from jobs where project_id = ? and kind = 'auto_fix_cycle'")
        .param(project)
        .query(Long.class)
        .single();
  }

  private void pass(String project, String time) {
    database
        .sql(
            "update fix_cycles set wanted_since = wanted_since - cast(? as interval),"
                + " started_at = started_at - cast(? as interval) where project_id = ?")
        .param(time)
        .param(time)
        .param(project)
        .update();
  }

  @Test
  void looksForRepairsOnceAnIntervalInProjectsThatChanged() {
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    FixScheduling scheduling = TestServer.part(FixScheduling.class);
    scheduling.startDue();
    assertThat(cycles(project)).as("the interval is not over").isZero();
    pass(project, "61 minutes");
    scheduling.startDue();
    assertThat(cycles(project)).isEqualTo(1);
    pass(project, "61 minutes");
    scheduling.startDue();
    assertThat(cycles(project)).as("nothing changed since").isEqualTo(1);
    TestProjects.analyse(owner, project, Map.of("app.py", TestProjects.INJECTION + "x = 1\n"));
    scheduling.startDue();
    assertThat(cycles(project)).as("changed a moment ago").isEqualTo(1);
  }

  @Test
  void leavesProjectsWithoutFindingsAlone() {
    String project = TestProjects.analysed(owner, Map.of("app.py", "x = 1\n"));
    assertThat(
            database
                .sql("select count(*) from fix_cycles where project_id = ?")
                .param(project)
                .query(Long.class)
                .single())
        .isZero();
  }
}
