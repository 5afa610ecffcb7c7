// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

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

/**
 * The letter that came, photographed or as a PDF, beside what was written down of it. Files wait with their form until it
 * is done. Runs inside the caller's transaction.
 */
public final class ReplyFiles {
  private static final String FORM = "campaign-reply-form";
  private static final String REPLY = "campaign-reply";
  private final FileStore files;
  private final Audit audit;

  ReplyFiles(FileStore files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Keeps a file with a form. */
  public Keeping keep(UUID form, SafeFile file) {
    return files.keepWaiting(form(form), file);
  }

  /** The files that wait with a form. */
  public List<FileStore.Kept> ofForm(UUID form) { return files.of(form(form)); }

  /** The form was sent twice: what came with the second is not kept. */
  public void drop(UUID form) {
    files.removeAll(form(form));
  }

  /** Hangs what waited with a form on a reply. False if there was no room for all; what was too much is deleted. */
  public boolean handOver(UUID form, UUID campaign, UUID reply) {
    var waiting = files.of(form(form));
    int handed = files.hand(form(form), reply(reply));
    if (handed > 0) {
      audit.record("reply-file-added", fight(campaign), Integer.toString(handed));
    }
    return handed == waiting.size();
  }

  /** The files of replies; nothing of one that has none. */
  public Map<UUID, List<FileStore.Kept>> of(Collection<UUID> replies) {
    return files.ofMany(REPLY, replies);
  }

  /** A file of a reply that somebody looks at, audited; empty if the reply has no such file. */
  public Optional<FileStore.Kept> look(UUID campaign, UUID reply, UUID file) {
    return files.of(reply(reply), file).map(kept -> {
      audit.record("reply-file-seen", fight(campaign), kept.mediaType());
      return kept;
    });
  }

  /** What is in a file of a reply. */
  public byte[] content(UUID reply, UUID file) {
    return files.content(reply(reply), file);
  }

  /** Deletes a file of a reply, if it has such a one. */
  public void remove(UUID campaign, UUID reply, UUID file) {
    if (files.remove(reply(reply), file)) {
      audit.record("reply-file-removed", fight(campaign), "");
    }
  }

  /** Deletes every file of a reply. */
  void forget(UUID reply) { files.removeAll(reply(reply)); }

  private static SubjectRef form(UUID form) { return new SubjectRef(FORM, form); }

  private static SubjectRef reply(UUID reply) { return new SubjectRef(REPLY, reply); }

  private static SubjectRef fight(UUID campaign) { return new SubjectRef("campaign", campaign); }
}
