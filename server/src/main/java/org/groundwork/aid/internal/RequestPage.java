// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.aid.Because;
import org.groundwork.aid.Limits;
import org.groundwork.aid.Opinion;
import org.groundwork.aid.Request;
import org.groundwork.platform.web.FormErrors;

/**
 * A request, for the committee.
 *
 * @param name of whoever asks
 * @param limits what rules and fund allow; empty while there are no rules
 * @param first what was said to the request it is an appeal against
 * @param may whether the reader decides on it
 */
public record RequestPage(Currency currency, Request request, String name, boolean hitBack, Optional<Limits> limits,
    List<Said> said, Optional<Request> first, boolean may, Instant now, ZoneId zone, SayForm form,
    FormErrors errors) implements InMoney {
  public RequestPage { said = List.copyOf(said); }

  /** What somebody of the committee said, and whether the reader is it. */
  public record Said(String name, boolean mine, Opinion opinion) {}

  /** Reasons for a no. */
  public Because[] reasons() { return Because.values(); }

  /** The most that can be granted: no more than was asked for. */
  public long most() {
    return Math.min(request.asked(), limits.map(Limits::most).orElse(0L));
  }

  /** A yes of somebody else that one more makes a decision. */
  public Optional<Long> proposal() {
    return said.stream().filter(each -> !each.mine()).flatMap(each -> each.opinion().amount().stream()).findFirst();
  }

  /** Whether the committee should have decided. */
  public boolean late() {
    return request.wish().filter(wish -> wish.dueAt().isBefore(now)).isPresent();
  }
}
