// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.ForgottenByAid;
import org.groundwork.aid.Request;
import org.groundwork.aid.TakenOffer;
import org.groundwork.platform.web.FormErrors;

/**
 * A request, for whoever asked.
 *
 * @param own whether the reader asked, or speaks for somebody without an account; whoever else works on the case that it
 *     began with sees how far it is and nothing else
 * @param name of whoever asked, where it is not the reader
 * @param mayAppeal whether two others can be asked
 * @param appeal the appeal against it, if there is one
 * @param offer a report that is begun, where somebody took what is missing
 * @param report where a report that is begun goes on
 * @param plain what was asked for as it stands in a form, in the local's own currency; empty in another
 * @param late whether the committee should have decided
 * @param words what was typed for the appeal
 * @param done message key of what was just done, empty if nothing
 */
public record MinePage(Currency currency, Request request, boolean own, String name, boolean mayAppeal,
    Optional<UUID> appeal, Optional<TakenOffer> offer, String report, String plain, boolean late, ZoneId zone,
    String words, String done,
    FormErrors errors) implements InMoney {

  /** Until when a grant can be fetched or paid. */
  public LocalDate waitsUntil() {
    return request.again()
        .orElseGet(() -> request.decision().orElseThrow().at())
        .atZone(zone)
        .toLocalDate()
        .plus(ForgottenByAid.WAITS);
  }

  /** Whether it can be taken back. */
  public boolean running() {
    return switch (request.state()) {
      case BEGUN, OPEN, GRANTED -> true;
      case DECLINED, WITHDRAWN, PAID, UNDONE -> false;
    };
  }
}
