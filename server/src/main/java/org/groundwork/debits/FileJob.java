// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes the file of a collection, all of it or nothing, in one step: whatever is killed before its end leaves the collection as it was,
 * and the job does it again.
 */
final class FileJob implements JobKind<FileJob.OfCollection> {
  /** Which collection. */
  record OfCollection(UUID collection) {}

  private static final String DONE = "done";
  private final ObjectProvider<DebitCollections> collections;

  FileJob(ObjectProvider<DebitCollections> collections) { this.collections = collections; }

  @Override
  public String name() { return "debits-file"; }

  @Override
  public Class<OfCollection> parameters() { return OfCollection.class; }

  @Override
  public Power seenBy() { return Power.SEE_MONEY; }

  @Override
  public String back(OfCollection of) { return "dues/debits/collections/" + of.collection(); }

  @Override
  public void run(JobContext context, OfCollection of) {
    if (context.checkpoint().isPresent()) {
      return;
    }
    context.step(() -> {
      DebitCollections.Filed filed = collections.getObject().file(of.collection());
      filed.refusal()
          .ifPresentOrElse(key -> context.refused("", key),
              () -> context.count("items", collections.getObject().find(of.collection()).orElseThrow().items()));
      return DONE;
    });
  }
}
