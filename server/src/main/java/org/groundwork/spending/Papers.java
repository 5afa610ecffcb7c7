// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.SafeFile;

/** Receipts, bills and minutes: they wait with their form, and are kept with what it made. Every look is audited. */
public final class Papers {
  private final FileStore files;
  private final Audit audit;

  Papers(FileStore files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  static SubjectRef form(UUID form) { return new SubjectRef("spending-form", form); }

  /** The papers of a payment. */
  public static SubjectRef payout(UUID payout) {
    return new SubjectRef("payout", payout);
  }

  /** The receipts of something that was spent of petty cash. */
  public static SubjectRef pettyCash(UUID move) {
    return new SubjectRef("petty-spent", move);
  }

  /** The papers of a decision. */
  public static SubjectRef minutes(UUID appropriation) {
    return new SubjectRef("appropriation", appropriation);
  }

  /** Keeps a file with a form that is not done yet. */
  public FileStore.Keeping keepWithForm(UUID form, SafeFile file) {
    return files.keepWaiting(form(form), file);
  }

  /** What waits with a form. */
  public List<FileStore.Kept> ofForm(UUID form) { return files.of(form(form)); }

  /** What waits with a form goes to what it made. */
  public void hand(UUID form, SubjectRef owner) {
    files.hand(form(form), owner);
  }

  /** A form was sent twice: what came with the second is not kept. */
  public void drop(UUID form) {
    files.removeAll(form(form));
  }

  /** The papers of something. */
  public List<FileStore.Kept> of(SubjectRef owner) { return files.of(owner); }

  /** A paper as it is shown. */
  public record Opened(byte[] content, String mediaType) {}

  /** What is in a paper of something; empty if it has none such. */
  public Optional<Opened> look(SubjectRef owner, UUID file) {
    return files.of(owner, file).map(kept -> {
      audit.record("spending-paper-seen", owner, kept.mediaType());
      return new Opened(files.content(owner, file), kept.mediaType());
    });
  }
}
