// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.Jobs;

/** Starts confirming all lines of an account that are sure. */
public final class SureStart {
  private final Jobs jobs;
  private final SureJob kind;
  private final Audit audit;

  SureStart(Jobs jobs, SureJob kind, Audit audit) {
    this.jobs = jobs;
    this.kind = kind;
    this.audit = audit;
  }

  /** Starts it once for a form, in the caller's transaction; answers the job. */
  public UUID start(UUID form, UUID account) {
    UUID job = jobs.startOnce(form.toString(), kind, new SureJob.Of(account));
    audit.record("bank-sure-taken", new SubjectRef("bank-account", account), "");
    return job;
  }
}
