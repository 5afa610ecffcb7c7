// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.files.SafeFile;

/** Letters and photos of a case. Files wait with their form until it is done. Runs inside the caller's transaction. */
public final class CaseEvidence {
  private static final String FORM = "case-form";
  private final FileStore files;
  private final Audit audit;

  CaseEvidence(FileStore files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Keeps a file with a form. */
  public Keeping keep(UUID form, SafeFile file) {
    return files.keepWaiting(form(form), file);
  }

  /** The form was sent twice: what came with the second is not kept. */
  public void drop(UUID form) {
    files.removeAll(form(form));
  }

  /** Hangs what waited with a form on a case. False if there was no room for all; what was too much is deleted. */
  public boolean handOver(UUID form, UUID hit) {
    var waiting = files.of(form(form));
    int handed = files.hand(form(form), Cases.subject(hit));
    waiting.stream()
        .limit(handed)
        .forEach(file -> audit.record("case-evidence-added", Cases.subject(hit), file.original()));
    return handed == waiting.size();
  }

  /** The files of a case. */
  public List<FileStore.Kept> of(UUID hit) { return files.of(Cases.subject(hit)); }

  /** A file of a case that somebody looks at, audited; empty if the case has no such file. */
  public Optional<FileStore.Kept> look(UUID hit, UUID file) {
    return files.of(Cases.subject(hit), file).map(kept -> {
      audit.record("case-evidence-seen", Cases.subject(hit), kept.mediaType());
      return kept;
    });
  }

  /** What is in a file of a case. */
  public byte[] content(UUID hit, UUID file) {
    return files.content(Cases.subject(hit), file);
  }

  /** Deletes a file of a case that does not belong there, audited; false if it has no such file. */
  public boolean remove(UUID hit, UUID file) {
    boolean removed = files.remove(Cases.subject(hit), file);
    if (removed) {
      audit.record("case-evidence-removed", Cases.subject(hit), "");
    }
    return removed;
  }

  /** Deletes every file of a case. */
  void forget(UUID hit) { files.removeAll(Cases.subject(hit)); }

  private static SubjectRef form(UUID form) { return new SubjectRef(FORM, form); }
}
