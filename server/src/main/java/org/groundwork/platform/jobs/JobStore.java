// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job's row. Every statement of a runner carries its fence and touches nothing once that is old. */
final class JobStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  JobStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a job is started with. */
  record Fresh(JobRef job, String kind, Optional<String> once, String parameters, Optional<UUID> startedBy) {}

  /** Inserts a waiting job; false if one with the same kind and key is there. */
  boolean insert(Fresh fresh) {
    return jdbc.sql("""
        insert into platform.job (local_id, once_key, started_by, id, kind, parameters, state, created_at)
        values (?::uuid, ?, ?::uuid, ?, ?, ?, 'waiting', ?)
        on conflict (local_id, kind, once_key) where once_key is not null do nothing""")
        .param(fresh.job().localOrNull())
        .param(fresh.once().orElse(null))
        .param(fresh.startedBy().orElse(null))
        .params(fresh.job().id(), fresh.kind(), fresh.parameters(), now())
        .update() == 1;
  }

  /** The job with this kind and key. */
  UUID once(JobRef owner, String kind, String once) {
    return knownOnce(owner, kind, once).orElseThrow();
  }

  /** The job with this kind and key of the same owner, if there is one. */
  Optional<UUID> knownOnce(JobRef owner, String kind, String once) {
    return jdbc
        .sql("select id from platform.job where local_id is not distinct from ?::uuid and kind = ? and once_key = ?")
        .param(owner.localOrNull())
        .params(kind, once)
        .query(UUID.class)
        .optional();
  }

  /** Takes the job over with a higher fence; empty if it has ended. Waits for a step of a former runner to commit. */
  Optional<JobClaim> claim(JobRef job) {
    return jdbc.sql("""
        update platform.job set fence = fence + 1, attempts = attempts + 1, state = 'running',
          started_at = coalesce(started_at, ?)
        where local_id is not distinct from ?::uuid and id = ? and state in ('waiting', 'running')
        returning kind, parameters, fence, attempts, checkpoint, done, coalesce(total, 0), counts, refused""")
        .param(now())
        .param(job.localOrNull())
        .param(job.id())
        .query((rs, i) -> new JobClaim(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getInt(4),
            Optional.ofNullable(rs.getString(5)), new JobClaim.Progress(rs.getLong(6), rs.getLong(7)),
            JobJson.counts(rs.getString(8)), rs.getLong(9)))
        .optional();
  }

  /** Whether the runner with this fence may go on. */
  boolean ours(JobRef job, long fence) {
    return jdbc.sql("""
        select count(*) from platform.job
        where local_id is not distinct from ?::uuid and id = ? and fence = ? and state = 'running'""")
        .param(job.localOrNull())
        .params(job.id(), fence)
        .query(Long.class)
        .single() == 1;
  }

  /** What a step leaves behind. */
  record Step(long fence, Optional<String> checkpoint, JobClaim.Progress progress, String counts, long refused) {}

  /** The last statement of a step: false if the job is no longer this runner's, and then the step must not commit. */
  boolean commit(JobRef job, Step step) {
    return jdbc.sql("""
        update platform.job set checkpoint = ?, total = nullif(?, 0), done = ?, counts = ?, refused = ?, attempts = 0
        where local_id is not distinct from ?::uuid and id = ? and fence = ? and state = 'running'""")
        .param(step.checkpoint().orElse(null))
        .params(step.progress().total(), step.progress().done(), step.counts(), step.refused())
        .param(job.localOrNull())
        .params(job.id(), step.fence())
        .update() == 1;
  }

  /** Shows progress between two commits. */
  void progress(JobRef job, long fence, JobClaim.Progress progress) {
    jdbc.sql("""
        update platform.job set total = nullif(?, 0), done = ?
        where local_id is not distinct from ?::uuid and id = ? and fence = ? and state = 'running'""")
        .params(progress.total(), progress.done())
        .param(job.localOrNull())
        .params(job.id(), fence)
        .update();
  }

  /** Ends the run as done or failed; without effect if the job is no longer this runner's. */
  void end(JobRef job, long fence, Optional<JobView.Sentence> failure) {
    jdbc.sql("""
        update platform.job set error_key = ?, state = ?, error_arguments = ?, finished_at = ?
        where local_id is not distinct from ?::uuid and id = ? and fence = ? and state = 'running'""")
        .param(failure.map(JobView.Sentence::key).orElse(null))
        .params(failure.isPresent() ? "failed" : "done",
            JobJson.write(failure.map(JobView.Sentence::arguments).orElse(List.of())), now())
        .param(job.localOrNull())
        .params(job.id(), fence)
        .update();
  }

  /** Stops a job that has not ended; false if it has. A step that is under way will not commit. */
  boolean cancel(JobRef job) {
    return jdbc.sql("""
        update platform.job set state = 'cancelled', finished_at = ?
        where local_id is not distinct from ?::uuid and id = ? and state in ('waiting', 'running')""")
        .param(now())
        .param(job.localOrNull())
        .param(job.id())
        .update() == 1;
  }

  /** Lets a failed or cancelled job wait again and gives its fence; empty if it is neither. */
  Optional<Long> again(JobRef job) { return jdbc.sql("""
        update platform.job set state = 'waiting', finished_at = null, error_key = null, attempts = 0
        where local_id is not distinct from ?::uuid and id = ? and state in ('failed', 'cancelled')
        returning fence""")
      .param(job.localOrNull())
      .param(job.id())
      .query(Long.class)
      .optional(); }

  /** Deletes what ended longer ago than {@code age}, a few at a time. */
  void forget(JobRef owner, Duration age) {
    jdbc.sql("""
        delete from platform.job where id in (select id from platform.job
          where local_id is not distinct from ?::uuid and finished_at < ? order by finished_at limit 20)""")
        .param(owner.localOrNull())
        .param(Timestamp.from(clock.instant().minus(age)))
        .update();
  }

  /**
   * Gives back every lease. Only for a node that is the only one: whoever held them is gone, and their jobs begin again
   * at once instead of when the lease ends.
   */
  void releaseAll() { jdbc.sql("""
        update platform.scheduled_task set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
        where picked""").update(); }

  /** A job's row without what only its kind knows. */
  record Row(String kind, String parameters, JobState state, JobClaim.Progress progress, String counts, long refused,
      @Nullable String errorKey, String errorArguments, Timestamp createdAt) {}

  Optional<Row> find(JobRef job) {
    return jdbc.sql("""
        select kind, parameters, state, done, coalesce(total, 0), counts, refused, error_key, error_arguments, created_at
        from platform.job where local_id is not distinct from ?::uuid and id = ?""")
        .param(job.localOrNull())
        .param(job.id())
        .query((rs, i) -> row(rs))
        .optional();
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(rs.getString(1), rs.getString(2), JobState.of(rs.getString(3)),
        new JobClaim.Progress(rs.getLong(4), rs.getLong(5)), rs.getString(6), rs.getLong(7), rs.getString(8),
        rs.getString(9), Objects.requireNonNull(rs.getTimestamp(10)));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
