// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The private links of reports that came over the public form. A link's token is kept nowhere: it follows, under a key
 * outside the database, from the form's identifier and all that was typed, so that a form sent twice answers twice with
 * the same link, and whoever has only the database has no link. Runs inside the caller's transaction.
 */
public final class PrivateLinks {
  /** How long a link still leads to a report that has ended. */
  public static final Duration AFTER_THE_END = Duration.ofDays(90);
  static final String BEHIND = GrievanceRows.SELECT
      + " where local_id = ? and follow_up = ? and (g.closed_as is null or coalesce(g.closed_at, g.changed_at) > ?)";
  private static final String FIRST_HALF = "first-half";
  private static final String SECOND_HALF = "second-half";
  private final JdbcClient jdbc;
  private final BlindIndex keyed;
  private final GrievanceRows rows;
  private final Audit audit;
  private final Clock clock;

  PrivateLinks(JdbcClient jdbc, BlindIndex keyed, GrievanceRows rows, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.keyed = keyed;
    this.rows = rows;
  }

  /** The token of the link of a report that is sent now: 43 characters of base64url, like every other token. */
  public String token(UUID form, NewGrievance sent) {
    String said = said(form, sent);
    return written(keyed.of(local(), FIRST_HALF, said), keyed.of(local(), SECOND_HALF, said));
  }

  /** The token of a form that was sent before with the same words, if its link still leads to the report. */
  public Optional<String> again(UUID form, NewGrievance sent) {
    String said = said(form, sent);
    var first = keyed.candidates(local(), FIRST_HALF, said);
    var second = keyed.candidates(local(), SECOND_HALF, said);
    return IntStream.range(0, Math.min(first.size(), second.size()))
        .mapToObj(key -> written(first.get(key), second.get(key)))
        .filter(token -> behind(token).isPresent())
        .findFirst();
  }

  /** The report behind a link in the current local; empty for a link that was ended, ran out or never was. */
  public Optional<Grievance> behind(String token) {
    return jdbc.sql(BEHIND)
        .params(local(), Tokens.hash(token), Timestamp.from(clock.instant().minus(AFTER_THE_END)))
        .query(rows::read)
        .optional();
  }

  /** Whether a link leads to this report. */
  public boolean leadTo(UUID grievance) {
    return jdbc.sql("""
        select exists (select 1 from grievance.grievance g where g.local_id = ? and g.id = ? and g.follow_up is not null
          and (g.closed_as is null or coalesce(g.closed_at, g.changed_at) > ?))""")
        .params(local(), grievance, Timestamp.from(clock.instant().minus(AFTER_THE_END)))
        .query(Boolean.class)
        .single();
  }

  /** Ends the link of a report for good; false if it has none. */
  public boolean end(UUID grievance) {
    boolean ended = jdbc.sql("""
        update grievance.grievance set follow_up = null where local_id = ? and id = ? and follow_up is not null""")
        .params(local(), grievance)
        .update() == 1;
    var subject = new SubjectRef("grievance", grievance);
    if (ended && Callers.current() instanceof Caller.Actor) {
      audit.record("private-link-ended", subject, "");
    } else if (ended) {
      audit.record("private-link-given-up", subject, "");
    }
    return ended;
  }

  private static String written(byte[] first, byte[] second) {
    byte[] all = ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** Stands for a form and everything in it, in less than the keyed hash takes. */
  private static String said(UUID form, NewGrievance sent) {
    String all = Stream
        .of(form.toString(), sent.kind().key(), sent.told(), sent.place(), sent.registerSite().orElse(""),
            sent.since().map(Object::toString).orElse(""), sent.amount().map(Object::toString).orElse(""),
            sent.contact())
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
    return HexFormat.of().formatHex(Tokens.hash(all));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
