// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.groundwork.banking.Rules;
import org.groundwork.platform.web.View;

/**
 * What lines with some words are proposed for.
 *
 * @param given accounts of what is given, for which no rule is used any more
 */
public record RulesPage(List<Rules.Rule> rules, Map<UUID, String> names, Set<UUID> given,
    boolean keeps) implements View {
  public RulesPage {
    rules = List.copyOf(rules);
    names = Map.copyOf(names);
    given = Set.copyOf(given);
  }

  /** An account or a fund of the books. */
  public String name(UUID id) { return names.getOrDefault(id, ""); }
}
