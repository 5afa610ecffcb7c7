// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;

/** What a PIN must be. */
final class PinRule {
  private PinRule() {}

  /** Six to twelve digits, neither one digit repeated nor a plain run; answers what was typed. */
  static String read(FormErrors errors, @org.jspecify.annotations.Nullable String typed) {
    String digits = errors.required("pin", typed, 12);
    if (!digits.isEmpty()) {
      YouForm.checkPin(errors, digits);
    }
    return digits;
  }
}
