// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A count as typed; {@code cashBy} and {@code chequesBy} say which difference the officer was shown. */
public record CountForm(@Nullable String cash, @Nullable String cheques, @Nullable String reason,
    @Nullable String cashBy, @Nullable String chequesBy) {

  static CountForm blank() { return new CountForm("", "", "", "", ""); }

  static OptionalLong minor(@Nullable String typed) {
    return typed != null && typed.matches("-?[0-9]{1,15}")
        ? OptionalLong.of(Long.parseLong(typed))
        : OptionalLong.empty();
  }
}
