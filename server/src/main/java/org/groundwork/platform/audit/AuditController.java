// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log as a page. Reading it is itself recorded. */
@Controller
class AuditController {
  private static final int LINES = 50;
  private final AuditLog log;
  private final Audit audit;
  private final Locals locals;
  private final Transactions transactions;

  AuditController(AuditLog log, Audit audit, Locals locals, Transactions transactions) {
    this.log = log;
    this.audit = audit;
    this.locals = locals;
    this.transactions = transactions;
  }

  @GetMapping("/l/{local}/audit")
  @Requires(Power.AUDIT)
  Answer page(@RequestParam(defaultValue = "") String before) {
    Optional<UUID> from = before.isEmpty() ? Optional.empty() : Optional.of(uuid(before));
    return transactions.write(() -> {
      var lines = log.lines(from, LINES + 1);
      boolean more = lines.size() > LINES;
      var shown = more ? lines.subList(0, LINES) : lines;
      audit.record("audit-seen", new SubjectRef("local", Tenancy.current().value()), shown.size() + " entries");
      var end = log.head().map(h -> new AuditPage.End(h.seq(), HexFormat.of().formatHex(h.link())));
      return Answer.show(new AuditPage(locals.profile().zone(), shown,
          more ? Optional.of(shown.getLast().id()) : Optional.empty(), end));
    });
  }

  private static UUID uuid(String typed) {
    if (!typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    return UUID.fromString(typed);
  }
}
