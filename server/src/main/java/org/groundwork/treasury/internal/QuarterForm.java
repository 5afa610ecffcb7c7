// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A quarter that somebody signs, as typed: what they looked at, and what they tell the members. */
public record QuarterForm(@Nullable List<String> looked, @Nullable String remark) {
  /** What whoever signs has looked at, in the order of the page. */
  public static final List<String> LOOKED = List.of("places", "sample", "sums");
  static final int LONGEST = 1000;

  static QuarterForm blank() { return new QuarterForm(List.of(), ""); }

  public boolean lookedAt(String what) { return looked != null && looked.contains(what); }

  /** The remark, if everything was looked at. */
  String read(FormErrors errors) {
    LOOKED.stream()
        .filter(what -> !lookedAt(what))
        .forEach(what -> errors.refuse("looked-" + what, "treasury.quarter.look-first"));
    return errors.optional("remark", remark, LONGEST);
  }
}
