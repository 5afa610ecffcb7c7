// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FileStore.Keeping;
import org.groundwork.platform.files.SafeFile;

/** The papers of entries: bills, receipts, statements, as photos or PDF. Runs inside the caller's transaction. */
public final class Papers {
  /** What an entry is, as files know it. */
  private static final String ENTRY = "entry";
  private static final String FORM = "entry-form";
  private final FileStore files;
  private final Audit audit;

  Papers(FileStore files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Keeps a file with a form. */
  public Keeping keep(UUID form, SafeFile file) {
    return files.keepWaiting(new SubjectRef(FORM, form), file);
  }

  /** The form was sent twice: what came with the second is not kept. */
  public void drop(UUID form) {
    files.removeAll(new SubjectRef(FORM, form));
  }

  /** Hangs what waited with a form on an entry. False if there was no room for all; what was too much is deleted. */
  public boolean handOver(UUID form, UUID entry) {
    var waiting = files.of(new SubjectRef(FORM, form));
    int handed = files.hand(new SubjectRef(FORM, form), subject(entry));
    waiting.stream()
        .limit(handed)
        .forEach(file -> audit.record("entry-paper-added", subject(entry), file.original()));
    return handed == waiting.size();
  }

  /** What waits with a form. */
  public List<FileStore.Kept> waiting(UUID form) {
    return files.of(new SubjectRef(FORM, form));
  }

  /** The papers of an entry. */
  public List<FileStore.Kept> of(UUID entry) { return files.of(subject(entry)); }

  /** The papers of many entries; nothing of one that has none. */
  public Map<UUID, List<FileStore.Kept>> ofMany(Collection<UUID> entries) {
    return files.ofMany(ENTRY, entries);
  }

  /** A paper that somebody looks at, audited; empty if the entry has no such paper. */
  public Optional<FileStore.Kept> look(UUID entry, UUID file) {
    return files.of(subject(entry), file).map(kept -> {
      audit.record("entry-paper-seen", subject(entry), kept.mediaType());
      return kept;
    });
  }

  /** What is in a paper. */
  public byte[] content(UUID entry, UUID file) { return files.content(subject(entry), file); }

  private static SubjectRef subject(UUID entry) { return new SubjectRef(ENTRY, entry); }
}
