package dev.coderev.server.integration.hook;

import dev.coderev.server.integration.host.ProposedChange;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Ids;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviews of changes for hosts; a commit of a proposal is reviewed once. */
@Repository
class ReviewsOfChanges {
  private final JdbcClient database;
  private final Clock clock;

  ReviewsOfChanges(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a review.
   *
   * @return its identifier; empty if there is one of this commit already
   */
  Optional<String> add(String webhookId, ProposedChange change) {
    String id = Ids.next("job_");
    int added =
        database
            .sql(
                """
                insert into change_reviews (id, webhook_id, number, head, base, branch,
                  analysis_id, created_at)
                values (?, ?, ?, ?, ?, ?, '', ?) on conflict do nothing
                """)
            .param(id)
            .param(webhookId)
            .param(change.number())
            .param(change.head())
            .param(change.base())
            .param(change.branch())
            .param(Rows.time(clock.instant()))
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  void setAnalysis(String id, String analysisId) {
    database
        .sql("update change_reviews set analysis_id = ? where id = ?")
        .param(analysisId)
        .param(id)
        .update();
  }

  Optional<ChangeReview> find(String id) {
    return database
        .sql(
            """
            select r.*, w.repository, s.remote_id as summary_id from change_reviews r
            join webhooks w on w.id = r.webhook_id
            left join change_summaries s on s.webhook_id = r.webhook_id and s.number = r.number
            where r.id = ?
            """)
        .param(id)
        .query((row, _) ->
            new ChangeReview(
                row.getString("id"),
                row.getString("webhook_id"),
                new ProposedChange(
                    row.getString("repository"),
                    row.getLong("number"),
                    row.getString("head"),
                    row.getString("base"),
                    row.getString("branch")),
                row.getString("analysis_id"),
                Rows.text(row, "check_id"),
                Rows.text(row, "summary_id")))
        .optional();
  }

  void setCheck(String id, String checkId) {
    database
        .sql("update change_reviews set check_id = ? where id = ?")
        .param(checkId)
        .param(id)
        .update();
  }

  void setSummary(ChangeReview review, String remoteId) {
    database
        .sql(
            """
            insert into change_summaries (webhook_id, number, remote_id) values (?, ?, ?)
            on conflict (webhook_id, number) do update set remote_id = excluded.remote_id
            """)
        .param(review.webhookId())
        .param(review.change().number())
        .param(remoteId)
        .update();
  }
}
