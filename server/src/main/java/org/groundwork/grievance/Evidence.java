// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.files.SafeFile;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Photos and letters that show what happened. Files of a form wait with the form until it is a report, so that a form
 * refused for another field keeps them. Runs inside the caller's transaction.
 */
public final class Evidence {
  private static final String FORM = "report-form";
  private static final String REPORT = "grievance";
  /** Which part of the local's room reports may fill that nobody has spoken about: anybody can send those. */
  private static final int UNPROVEN_PART = 4;
  private final JdbcClient jdbc;
  private final FileStore files;
  private final Audit audit;

  Evidence(JdbcClient jdbc, FileStore files, Audit audit) {
    this.jdbc = jdbc;
    this.files = files;
    this.audit = audit;
  }

  /** Keeps a file with a form of somebody whom nobody has spoken with yet; all of these share a part of the room. */
  public Keeping keepWithForm(UUID form, SafeFile file) {
    return unproven() + file.bytes() > files.mostBytes() / UNPROVEN_PART
        ? new Keeping.NoRoom()
        : files.keepWaiting(form(form), file);
  }

  /** Keeps a file with a form about a report that somebody has spoken about. */
  public Keeping keepWithFormOfKnown(UUID form, SafeFile file) {
    return files.keepWaiting(form(form), file);
  }

  /** The bytes of files that wait with forms and of those of reports that nobody has spoken about. */
  private long unproven() {
    var ofReports = files.bytesOf(REPORT);
    var known = Set.copyOf(jdbc.sql("""
        select g.id from grievance.grievance g where g.local_id = ? and g.id = any(?) and g.confirmed_at is not null""")
        .params(Tenancy.current().value(), ofReports.keySet().toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
    return files.bytesOf(FORM).values().stream().mapToLong(Long::longValue).sum()
        + ofReports.entrySet().stream().filter(of -> !known.contains(of.getKey())).mapToLong(of -> of.getValue()).sum();
  }

  /** Deletes every file of a report. */
  void forget(UUID grievance) { files.removeAll(report(grievance)); }

  /** The files that wait with a form. */
  public List<FileStore.Kept> ofForm(UUID form) { return files.of(form(form)); }

  /** Takes a file off a form. */
  public void leaveOut(UUID form, UUID file) { files.remove(form(form), file); }

  /** The form was sent twice: what came with the second is not kept. */
  public void dropForm(UUID form) {
    files.removeAll(form(form));
  }

  /**
   * Hangs what waited with a form on a report, and notes the hash of each original, which is not kept.
   *
   * @return false if there was no room for all of it; what was too much is deleted
   */
  public boolean handOver(UUID form, UUID grievance) {
    var waiting = files.of(form(form));
    int handed = files.hand(form(form), report(grievance));
    waiting.stream()
        .limit(handed)
        .forEach(file -> audit.record("evidence-added", report(grievance), file.original()));
    return handed == waiting.size();
  }

  /** The files of a report. */
  public List<FileStore.Kept> of(UUID grievance) { return files.of(report(grievance)); }

  /** A file of a report that somebody looks at, audited; empty if the report has no such file. */
  public Optional<Opened> look(UUID grievance, UUID file) {
    return files.of(report(grievance), file).map(kept -> {
      audit.record("evidence-seen", report(grievance), kept.mediaType());
      return new Opened(kept, files.content(report(grievance), file));
    });
  }

  /** A file with what is in it. */
  public static final class Opened {
    private final FileStore.Kept kept;
    private final byte[] content;

    Opened(FileStore.Kept kept, byte[] content) {
      this.kept = kept;
      this.content = content;
    }

    public FileStore.Kept kept() { return kept; }

    /** The bytes themselves, not a copy. */
    public byte[] content() { return content; }
  }

  private static SubjectRef form(UUID form) { return new SubjectRef(FORM, form); }

  private static SubjectRef report(UUID grievance) { return new SubjectRef(REPORT, grievance); }
}
