// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groundwork.count.Lots;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Rule;
import org.groundwork.count.RuleParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which rule elections are counted, and how lots are drawn. */
final class HowCounted {
  private static final String RULES = "plurality, runoff, approval, majority-judgement, irv, schulze, scottish, wig, meek";

  @Option(names = "--rule", paramLabel = "RULE", description = RULES + ".")
  private String rule = "";

  @Option(names = "--with", paramLabel = "NAME=VALUE", description = "Count with another parameter of the rule, as in --with skips=1; docs/count.md lists them. May be repeated.")
  private Map<String, String> with = Map.of();

  @Option(names = "--seed", paramLabel = "TEXT", description = "What lots are drawn from; write it down before the count. Without it: 0.")
  private @Nullable String seed;

  @Option(names = "--drawn", paramLabel = "N,…", split = ",", description = "Instead of a seed: the numbers of the candidates in the order in which people drew their lots.")
  private @Nullable List<Integer> drawn;

  /** What is asked for. */
  record How(NamedRule named, Rule rule, Lots lots) {}

  /** Whether a rule, or something about one, was named. */
  boolean isSaid() {
    return !rule.isEmpty() || !with.isEmpty() || seed != null || drawn != null;
  }

  /** @throws IllegalArgumentException when it cannot be; the message says why */
  How how() {
    Optional<NamedRule> named = NamedRule.of(rule.toLowerCase(Locale.ROOT));
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          rule.isEmpty() ? "--rule is missing: " + RULES : "there is no rule \"" + rule + "\"; there are " + RULES);
    }
    if (seed != null && drawn != null) {
      throw new IllegalArgumentException("lots come from --seed or were --drawn, not both");
    }
    Rule changed = named.get().rule();
    for (Map.Entry<String, String> each : with.entrySet()) {
      changed = RuleParameters.with(changed, each.getKey(), each.getValue());
    }
    Lots lots = drawn == null ? new Lots.Seeded(seed == null ? "0" : seed) : new Lots.Drawn(drawn);
    return new How(named.get(), changed, lots);
  }
}
