// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.defence.HardshipRequests;

/** The fast path from a case of retaliation to the fund. */
final class AidRetaliation implements HardshipRequests {
  private final Requests requests;
  private final Rulebook rules;

  AidRetaliation(Requests requests, Rulebook rules) {
    this.requests = requests;
    this.rules = rules;
  }

  @Override
  public boolean here() { return rules.find().isPresent(); }

  @Override
  public Optional<String> of(UUID caseId) {
    return requests.ofCase(caseId)
        .flatMap(requests::find)
        .filter(request -> request.state() != Request.State.WITHDRAWN)
        .map(request -> path(request.id()));
  }

  @Override
  public String ask(UUID caseId, UUID person) { return path(requests.begin(caseId, person)); }

  static String path(UUID request) { return "aid/mine/" + request; }
}
