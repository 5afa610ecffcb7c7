// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.Jobs;

/** Starts a round, because somebody asks for it. Runs inside the caller’s transaction. */
public final class CardRounds {
  private final Jobs jobs;
  private final CardRound kind;
  private final Audit audit;

  CardRounds(Jobs jobs, CardRound kind, Audit audit) {
    this.jobs = jobs;
    this.kind = kind;
    this.audit = audit;
  }

  /** Looks for what was missed, once for a form; answers the job. */
  public UUID askNow(UUID form) {
    audit.record("cards-asked", new SubjectRef("local", CardScope.local()), "");
    return jobs.startOnce(form.toString(), kind, new CardRound.Of(true));
  }

  /** Ends at once what is to end. */
  void endNow() { jobs.start(kind, new CardRound.Of(false)); }
}
