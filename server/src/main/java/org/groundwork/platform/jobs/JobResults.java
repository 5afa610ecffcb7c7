// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** What jobs refused. A local's details are sealed under its own key; those of the installation are of public registers. */
final class JobResults {
  private static final int LONGEST = 200;
  private final JdbcTemplate jdbc;
  private final FieldCipher cipher;
  private final Ids ids;

  JobResults(JdbcTemplate jdbc, FieldCipher cipher, Ids ids) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.ids = ids;
  }

  /** What is kept of one refusal, its texts cut to {@value #LONGEST} characters. */
  record Detail(String place, String reason, List<Object> arguments) {
    Detail {
      place = cut(place);
      arguments = arguments.stream()
          .map(a -> a instanceof Number n ? (Object) n.longValue() : cut(a.toString()))
          .toList();
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
  }

  /** Adds refusals after the first {@code already} of the job. */
  void write(JobRef job, long already, List<Detail> fresh) {
    var rows = new ArrayList<Object[]>();
    long seq = already;
    for (Detail detail : fresh) {
      UUID row = ids.random();
      rows.add(new Object[]{job.id(), ++seq, job.localOrNull(), row, sealed(job, row, detail)});
    }
    jdbc.batchUpdate(
        "insert into platform.job_result (job_id, seq, local_id, row_id, detail) values (?, ?, ?::uuid, ?, ?)", rows);
  }

  /** At most {@code most} refusals after number {@code after}. */
  List<JobView.Refused> read(JobRef job, long after, int most) {
    return jdbc.query("""
        select seq, row_id, detail from platform.job_result
        where local_id is not distinct from ?::uuid and job_id = ? and seq > ? order by seq limit ?""",
        (rs, i) -> refused(job, rs.getLong(1), rs.getObject(2, UUID.class), rs.getBytes(3)), job.localOrNull(),
        job.id(),
        after, most);
  }

  private JobView.Refused refused(JobRef job, long seq, UUID row, byte[] stored) {
    byte[] plain = job.local().isPresent() ? cipher.open(place(job, row), stored) : stored;
    var lines = new String(plain, StandardCharsets.UTF_8).split("\n", 3);
    return new JobView.Refused(seq, lines[0], new JobView.Sentence(lines[1], JobJson.arguments(lines[2])));
  }

  private byte[] sealed(JobRef job, UUID row, Detail detail) {
    byte[] plain = String.join("\n", detail.place().replaceAll("\\R", " "), detail.reason(),
        JobJson.write(detail.arguments())).getBytes(StandardCharsets.UTF_8);
    return job.local().isPresent() ? cipher.seal(place(job, row), plain) : plain;
  }

  private static FieldRef place(JobRef job, UUID row) {
    return new FieldRef(job.local().orElseThrow().value(), "platform.job_result", "detail", row);
  }
}
