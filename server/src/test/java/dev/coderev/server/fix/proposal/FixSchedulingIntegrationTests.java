package dev.coderev.server.fix.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
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

  private void set(String project, String status) {
    database
        .sql("update jobs set status = ? where project_id = ? and kind = 'auto_fix_cycle'")
        .param(status)
        .param(project)
        .update();
  }

  @Test
  void remembersAWishWhileACycleIsUnderWay() throws Exception {
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    FixScheduling scheduling = TestServer.part(FixScheduling.class);
    pass(project, "61 minutes");
    scheduling.startDue();
    Waiting.untilTrue(() -> completed(project));
    TestProjects.analyse(owner, project, Map.of("app.py", TestProjects.INJECTION + "x = 1\n"));
    pass(project, "61 minutes");
    set(project, "running");
    scheduling.startDue();
    assertThat(cycles(project)).as("one is under way").isEqualTo(1);
    set(project, "completed");
    scheduling.startDue();
    assertThat(cycles(project)).as("the wish was not forgotten").isEqualTo(2);
  }

  private boolean completed(String project) {
    return database
        .sql(
            "select count(*) from jobs where project_id = ? and kind = 'auto_fix_cycle'"
                + " and status = 'completed'")
        .param(project)
        .query(Long.class)
        .single()
        .equals(1L);
  }

  @Test
  void aProjectThatCannotBeStartedKeepsNoOtherFromItsTurn() {
    String broken = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    String sound = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    pass(broken, "62 minutes");
    pass(sound, "61 minutes");
    String settings =
        database
            .sql("select settings from projects where id = ?")
            .param(broken)
            .query(String.class)
            .single();
    setSettings(broken, "{\"auto_review\": 7.5}");
    FixScheduling scheduling = TestServer.part(FixScheduling.class);
    scheduling.startDue();
    assertThat(cycles(broken)).isZero();
    assertThat(cycles(sound)).isEqualTo(1);
    setSettings(broken, settings);
    scheduling.startDue();
    assertThat(cycles(broken)).as("after another interval").isZero();
    pass(broken, "61 minutes");
    scheduling.startDue();
    assertThat(cycles(broken)).isEqualTo(1);
  }

  private void setSettings(String project, String settings) {
    database
        .sql("update projects set settings = cast(? as json) where id = ?")
        .param(settings)
        .param(project)
        .update();
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
