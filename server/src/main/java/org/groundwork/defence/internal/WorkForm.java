// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import org.jspecify.annotations.Nullable;

/** What can be typed on a case's page; each of its forms sends its own part. */
public record WorkForm(@Nullable String once, @Nullable String factOn, @Nullable String fact, @Nullable String corrects,
    @Nullable String deadline, @Nullable String note, @Nullable String rung, @Nullable String answer,
    @Nullable String answerOn, @Nullable String need, @Nullable String needOn, @Nullable String about) {

  static WorkForm blank(String corrects, String today) {
    return new WorkForm("", today, "", corrects, "", "", "", "", "", "", "", "");
  }
}
