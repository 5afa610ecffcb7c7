// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Writes into a local's audit log, once per start of the server, that the installation switched the passkey rule off. */
@Component
class OverriddenRule {
  private final PasskeyRule rule;
  private final Audit audit;
  private final Set<LocalId> noted = ConcurrentHashMap.newKeySet();

  OverriddenRule(PasskeyRule rule, Audit audit) {
    this.rule = rule;
    this.audit = audit;
  }

  /** Whether there is something to write for the current local. Runs in a reading transaction. */
  boolean unnoted() {
    return !noted.contains(Tenancy.current()) && rule.overridden();
  }

  /** Writes it. Runs in a writing transaction. */
  void note() {
    if (noted.add(Tenancy.current())) {
      audit.record("passkey-rule-overridden", new SubjectRef("local", Tenancy.current().value()), "");
    }
  }
}
