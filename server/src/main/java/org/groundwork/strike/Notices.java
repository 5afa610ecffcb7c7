// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Papers that come to units of a rent strike, with the day by which each must be answered. They are also taken
 * after the strike ended: courts do not stop with it. Runs inside the caller's transaction.
 */
public final class Notices {
  private static final String SELECT = """
      select n.id, w.step_id, n.withholding_id, w.label, n.kind, n.received_on, n.answer_by, n.answered_on, now.person_id,
        n.crossed_on, n.crossed_by, n.instead_id
      from strike.notice n
      join strike.withholding w on w.local_id = n.local_id and w.id = n.withholding_id
      left join roll.api_person_now now on now.local_id = w.local_id and now.id = w.person_id
      where n.local_id = ?""";
  static final String DUE = SELECT
      + " and n.answered_on is null and n.crossed_on is null and n.answer_by <= ? order by n.answer_by, n.id";
  static final String OPEN = SELECT
      + " and w.step_id = ? and n.answered_on is null and n.crossed_on is null order by n.answer_by, n.id";
  static final String OF_UNIT = SELECT + " and n.withholding_id = ? order by n.answer_by, n.id";
  private static final String FORM = "strike-notice-form";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FileStore files;
  private final CrossingOut crossing;
  private final Audit audit;

  Notices(JdbcClient jdbc, Ids ids, Clock clock, FileStore files, CrossingOut crossing, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.files = files;
    this.crossing = crossing;
    this.audit = audit;
  }

  /** A paper as it is typed. */
  public record New(Notice.Kind kind, LocalDate received, LocalDate answerBy) {}

  /**
   * Writes down that a paper came, with the files that waited with its form.
   *
   * @param instead a paper of the unit that was written down wrong, whose files go over, and that it was answered; false, and
   *     nothing written, if it does not stand
   */
  public boolean received(Withholding unit, New typed, UUID form, Optional<UUID> instead) {
    if (instead.filter(wrong -> !crossing.out(unit, CrossingOut.Line.NOTICE, wrong)).isPresent()) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into strike.notice (local_id, id, withholding_id, kind, received_on, answer_by, answered_on,
          changed_by, changed_at)
        values (:local, :id, :unit, :kind, :received, :by,
          (select w.answered_on from strike.notice w where w.local_id = :local and w.id = :instead::uuid),
          :me, :now)""")
        .param("local", local())
        .param("id", id)
        .param("unit", unit.id())
        .param("kind", typed.kind().key())
        .param("received", Date.valueOf(typed.received()))
        .param("by", Date.valueOf(typed.answerBy()))
        .param("instead", instead.orElse(null))
        .param("me", Callers.actor().person())
        .param("now", now())
        .update();
    instead.ifPresent(wrong -> {
      crossing.instead(CrossingOut.Line.NOTICE, wrong, id);
      files.hand(subject(wrong), subject(id));
    });
    files.hand(form(form), subject(id));
    audit.record("strike-notice-received", subject(id), typed.kind().key());
    return true;
  }

  /** A paper was answered on a day; false if it was already, or there is none. */
  public boolean answered(UUID notice, LocalDate on) {
    boolean open = jdbc.sql("""
        update strike.notice set answered_on = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and answered_on is null and crossed_on is null""")
        .params(Date.valueOf(on), Callers.actor().person(), now(), local(), notice)
        .update() == 1;
    if (open) {
      audit.record("strike-notice-answered", subject(notice), "");
    }
    return open;
  }

  /** A paper, and whom to talk to in the household. */
  record Due(Notice notice, Optional<UUID> contact) {}

  /** The papers of every strike that must be answered by a day and were not, the earliest first. */
  List<Due> due(LocalDate by) {
    return jdbc.sql(DUE)
        .params(local(), Date.valueOf(by))
        .query((rs, i) -> new Due(read(rs, i), Optional.ofNullable(rs.getObject(9, UUID.class))))
        .list();
  }

  /** The papers of a strike that nobody answered yet, the earliest first. */
  public List<Notice> open(UUID step) {
    return jdbc.sql(OPEN).params(local(), step).query(Notices::read).list();
  }

  /** The papers that came to a unit. */
  public List<Notice> to(UUID unit) {
    return jdbc.sql(OF_UNIT).params(local(), unit).query(Notices::read).list();
  }

  /** One paper of a unit. */
  public Optional<Notice> to(UUID unit, UUID notice) {
    return to(unit).stream().filter(paper -> paper.id().equals(notice)).findFirst();
  }

  /** Keeps a file with a form that is not done yet. */
  public FileStore.Keeping keepWithForm(UUID form, org.groundwork.platform.files.SafeFile file) {
    return files.keepWaiting(form(form), file);
  }

  /** The files that wait with a form. */
  public List<FileStore.Kept> ofForm(UUID form) { return files.of(form(form)); }

  /** The form was sent twice: what came with the second is not kept. */
  public void dropForm(UUID form) {
    files.removeAll(form(form));
  }

  /** The files of a paper. */
  public List<FileStore.Kept> filesOf(UUID notice) { return files.of(subject(notice)); }

  /** What is in a file of a paper; the look is audited. Empty if it has no such file. */
  public Optional<byte[]> look(UUID notice, UUID file) {
    return files.of(subject(notice), file).map(kept -> {
      audit.record("strike-notice-seen", subject(notice), kept.mediaType());
      return files.content(subject(notice), file);
    });
  }

  /** Deletes the files of every paper of a strike. */
  void forgetFiles(UUID step) {
    jdbc.sql("""
        select n.id from strike.notice n
        join strike.withholding w on w.local_id = n.local_id and w.id = n.withholding_id
        where n.local_id = ? and w.step_id = ?""")
        .params(local(), step)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .forEach(notice -> files.removeAll(subject(notice)));
  }

  private static Notice read(ResultSet rs, int row) throws SQLException {
    return new Notice(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getObject(3, UUID.class),
        rs.getString(4), Notice.Kind.known(rs.getString(5)).orElseThrow(), rs.getDate(6).toLocalDate(),
        rs.getDate(7).toLocalDate(), Strikes.day(rs.getDate(8)), Crossed.read(rs));
  }

  private static SubjectRef subject(UUID notice) { return new SubjectRef("strike-notice", notice); }

  private static SubjectRef form(UUID form) { return new SubjectRef(FORM, form); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
