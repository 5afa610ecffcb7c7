// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.action.March;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What came of a march, as typed. */
public record MarchReportForm(@Nullable String version, @Nullable String wentIn, @Nullable String said,
    @Nullable String saidBy, @Nullable String promise, @Nullable String promisedFor) {

  static MarchReportForm of(March march) {
    String version = Long.toString(march.version());
    return march.report()
        .map(held -> new MarchReportForm(version, Integer.toString(held.wentIn()), held.said(), held.saidBy(),
            held.promise(), held.promisedFor().map(LocalDate::toString).orElse("")))
        .orElseGet(() -> new MarchReportForm(version, "", "", "", "", ""));
  }

  March.Report read(FormErrors errors) {
    int went = errors.number("wentIn", wentIn, 0, 10_000);
    String heard = errors.optional("said", said, 4_000);
    String by = errors.optional("saidBy", saidBy, 120);
    String promised = errors.optional("promise", promise, 1_000);
    Optional<LocalDate> until = Typed.dayIfAny(errors, "promisedFor", promisedFor);
    if (until.isPresent() && promised.isEmpty()) {
      errors.refuse("promise", "march.promise.what");
    }
    return new March.Report(went, heard, by, promised, until);
  }

  MarchReportForm over(March now) {
    return new MarchReportForm(Long.toString(now.version()), wentIn, said, saidBy, promise, promisedFor);
  }
}
