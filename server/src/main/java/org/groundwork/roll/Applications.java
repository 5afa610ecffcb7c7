// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks to join the current local, through a form that is shut until the local opens it. Runs inside the caller's transaction. */
public final class Applications {
  /** Undecided applications are deleted after this long. */
  public static final Duration KEPT = Duration.ofDays(90);
  /** Applications taken in an hour at the most; more is no rush of members but a machine. */
  static final int MOST_AN_HOUR = 60;
  /** Undecided applications at the most. */
  static final int MOST_WAITING = 500;

  private static final String COLUMNS = """
      select id, kind, name, phone, mail, place, conflicts, created_at from roll.application where local_id = :local""";

  static final String WAITING = COLUMNS + " order by created_at, id limit 100";
  static final String SAME_CONTACT = """
      select p.id from roll.person p join roll.application a on a.local_id = p.local_id
        and (a.phone_index = p.phone_index or a.mail_index = p.mail_index)
      where p.local_id = ? and a.local_id = ? and a.id = ? and p.merged_into is null order by p.id limit 10""";

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationFields fields;
  private final Audit audit;

  Applications(JdbcClient jdbc, Ids ids, Clock clock, ApplicationFields fields, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.fields = fields;
    this.audit = audit;
  }

  /** Whether the local's form is open. */
  public boolean open() {
    return jdbc.sql("select coalesce((select s.open from roll.join_setting s where s.local_id = ?), false)")
        .param(Tenancy.current().value())
        .query(Boolean.class)
        .single();
  }

  /** Opens or shuts the form. */
  public void setOpen(boolean open) {
    jdbc.sql("""
        insert into roll.join_setting as s (local_id, open, changed_by, changed_at) values (:local, :open, :by::uuid, :now)
        on conflict (local_id) do update set open = excluded.open, version = s.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at where s.local_id = :local""")
        .param("local", Tenancy.current().value())
        .param("open", open)
        .param("by", Author.id())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("join-form-set", new SubjectRef("local", Tenancy.current().value()), open ? "open" : "shut");
  }

  /** Whether another application is taken now. */
  public boolean roomForOne() {
    return jdbc.sql("""
        select count(*) < :waiting and count(*) filter (where a.created_at > :hourAgo) < :hour
        from roll.application a where a.local_id = :local""")
        .param("waiting", MOST_WAITING)
        .param("hourAgo", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
        .param("hour", MOST_AN_HOUR)
        .param("local", Tenancy.current().value())
        .query(Boolean.class)
        .single();
  }

  /** Notes an application, whoever asks; its identity and time are given here. */
  public UUID enter(Application asked, Locale language) {
    return enter(asked, language, Map.of());
  }

  /**
   * The same with what was chosen beside it.
   *
   * @param choices by the field of a {@link JoinQuestion}
   */
  public UUID enter(Application asked, Locale language, Map<String, String> choices) {
    UUID id = ids.random();
    var sealed = fields.seal(id, asked);
    jdbc.sql("""
        insert into roll.application (local_id, id, kind, name, phone, phone_index, mail, mail_index, place, conflicts,
          conflict, choices, language, created_at)
        values (:local, :id, :kind, :name, :phone, :phoneIndex, :mail, :mailIndex, :place, :conflicts, :conflict,
          :choices::bytea, :language, :now)""")
        .param("local", Tenancy.current().value())
        .param("id", id)
        .param("kind", asked.supporter() ? "supporter" : "member")
        .param("name", sealed.name())
        .param("phone", sealed.phone())
        .param("phoneIndex", sealed.phoneIndex())
        .param("mail", sealed.mail())
        .param("mailIndex", sealed.mailIndex())
        .param("place", sealed.place())
        .param("conflicts", sealed.conflicts())
        .param("conflict", !asked.conflicts().isEmpty())
        .param("choices", fields.choices(id, choices))
        .param("language", language.toLanguageTag())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("application-received", new SubjectRef("application", id), "");
    return id;
  }

  /** Those waiting, oldest first, at most a hundred. */
  public List<Application> waiting() {
    return jdbc.sql(WAITING)
        .param("local", Tenancy.current().value())
        .query(this::application)
        .list();
  }

  /** How many wait. */
  public int count() {
    return jdbc.sql("select count(*) from roll.application where local_id = ?")
        .param(Tenancy.current().value())
        .query(Integer.class)
        .single();
  }

  /** One that waits; nobody else decides it before this transaction ends. */
  public Optional<Application> find(UUID id) {
    return jdbc.sql(COLUMNS + " and id = :id for update")
        .param("local", Tenancy.current().value())
        .param("id", id)
        .query(this::application)
        .optional();
  }

  /** The language somebody asked in. */
  Optional<String> language(UUID id) {
    return jdbc.sql("select language from roll.application where local_id = ? and id = ?")
        .params(Tenancy.current().value(), id)
        .query(String.class)
        .optional();
  }

  /** What somebody chose of what other modules asked, by the questions' fields. */
  Map<String, String> choices(UUID id) {
    return jdbc.sql("select choices from roll.application where local_id = ? and id = ?")
        .params(Tenancy.current().value(), id)
        .query((rs, i) -> ApplicationFields.choices(fields.text(id, "choices", rs.getBytes(1))))
        .optional()
        .orElse(Map.of());
  }

  /** People on the roll with the same number or mail address as an application. */
  public List<UUID> sameContact(UUID id) {
    return jdbc.sql(SAME_CONTACT)
        .params(Tenancy.current().value(), Tenancy.current().value(), id)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Deletes a decided application. */
  public void decided(Application application, String how) {
    jdbc.sql("delete from roll.application where local_id = ? and id = ?")
        .params(Tenancy.current().value(), application.id())
        .update();
    audit.record("application-" + how, new SubjectRef("application", application.id()), "");
  }

  /** Deletes those nobody decided in time; answers how many. */
  public int forgetOld() {
    return jdbc.sql("delete from roll.application where local_id = ? and created_at < ?")
        .params(Tenancy.current().value(), Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private Application application(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Application(id, rs.getString("kind").equals("supporter"), fields.text(id, "name", rs.getBytes("name")),
        optional(fields.text(id, "phone", rs.getBytes("phone"))),
        optional(fields.text(id, "mail", rs.getBytes("mail"))), fields.text(id, "place", rs.getBytes("place")),
        Application.conflicts(fields.text(id, "conflicts", rs.getBytes("conflicts"))),
        rs.getTimestamp("created_at").toInstant());
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }
}
