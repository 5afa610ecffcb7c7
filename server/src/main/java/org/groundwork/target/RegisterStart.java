// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.UUID;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Transactions;

/** Starts the import of an uploaded register as a job of the installation. */
public final class RegisterStart {
  private final Jobs jobs;
  private final RegisterJob kind;
  private final Transactions transactions;

  RegisterStart(Jobs jobs, RegisterJob kind, Transactions transactions) {
    this.jobs = jobs;
    this.kind = kind;
    this.transactions = transactions;
  }

  /** Starts it; answers the job to look at. Runs in the installation's scope. */
  public UUID start(String code, String name, String mapping, String folder) {
    return transactions
        .write(() -> jobs.startForInstallation(kind, new RegisterJob.Upload(code, name, mapping, folder)));
  }
}
