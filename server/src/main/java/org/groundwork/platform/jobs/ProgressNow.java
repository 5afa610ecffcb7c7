// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes progress in a transaction of its own, so that the page shows it while a step is still under way. */
final class ProgressNow {
  private static final Logger log = LoggerFactory.getLogger(ProgressNow.class);
  private final JobStore store;
  private final TransactionTemplate apart;

  ProgressNow(JobStore store, PlatformTransactionManager manager) {
    this.store = store;
    apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Shows how far a job is. A database that has no time for it now costs a line on the page, not the job. */
  void show(JobRef job, long fence, JobClaim.Progress progress) {
    try {
      apart.executeWithoutResult(status -> store.progress(job, fence, progress));
    } catch (DataAccessException | TransactionException e) {
      log.warn("the progress of job {} was not shown: {}", job.id(), e.getClass().getSimpleName());
    }
  }
}
