// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.spending.Rules;
import org.jspecify.annotations.Nullable;

/** The local's limits, as typed. */
public record LimitsForm(@Nullable String version, @Nullable String noReceipt, @Nullable String release,
    @Nullable String appropriation, @Nullable String pettyCash) {

  static LimitsForm of(Rules rules, SpendingTyped.Spelling spelling) {
    return new LimitsForm(Long.toString(rules.version()), spelling.written(rules.noReceipt()),
        spelling.written(rules.release()), spelling.written(rules.appropriation()),
        spelling.written(rules.pettyCash()));
  }

  /** What was typed, about the limits of another version. */
  LimitsForm about(long now) {
    return new LimitsForm(Long.toString(now), noReceipt, release, appropriation, pettyCash);
  }

  Optional<Rules> read(FormErrors errors, SpendingTyped.Spelling spelling) {
    var without = SpendingTyped.money(errors, "noReceipt", noReceipt, spelling, 0);
    var released = SpendingTyped.money(errors, "release", release, spelling, 0);
    var decided = SpendingTyped.money(errors, "appropriation", appropriation, spelling, 0);
    var petty = SpendingTyped.money(errors, "pettyCash", pettyCash, spelling, 0);
    return errors.any()
        ? Optional.empty()
        : Optional
            .of(new Rules(without.orElseThrow(), released.orElseThrow(), decided.orElseThrow(), petty.orElseThrow(),
                SpendingTyped.version(version)));
  }
}
