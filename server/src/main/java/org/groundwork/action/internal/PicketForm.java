// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groundwork.action.Picket;
import org.groundwork.action.Pickets;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What holds at a picket and what it needs, as typed. */
public record PicketForm(@Nullable String version, @Nullable String line, @Nullable String permit,
    @Nullable String observers, @Nullable String minors, @Nullable List<String> needs) {

  static PicketForm of(Picket picket) {
    return new PicketForm(Long.toString(picket.version()), picket.rules().map(Picket.Rules::line).orElse(""),
        picket.rules().map(Picket.Rules::permit).orElse(""), picket.observers(), picket.minors(),
        picket.needs().keySet().stream().map(Picket.Need::key).sorted().toList());
  }

  Pickets.Told read(FormErrors errors) {
    return new Pickets.Told(errors.optional("line", line, 500), errors.optional("permit", permit, 1_000),
        errors.optional("observers", observers, 60), errors.optional("minors", minors, 500));
  }

  /** Whether something was ticked. */
  public boolean needs(Picket.Need need) {
    return needs != null && needs.contains(need.key());
  }

  Set<Picket.Need> ticked() {
    return (needs == null ? List.<String>of() : needs).stream()
        .flatMap(key -> Picket.Need.known(key).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  PicketForm over(Picket now) {
    return new PicketForm(Long.toString(now.version()), line, permit, observers, minors, needs);
  }
}
