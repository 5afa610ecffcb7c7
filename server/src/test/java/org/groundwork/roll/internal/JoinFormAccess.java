// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.RefusedDomains;

/** Lets tests of the roll read the public form against a list of domains of their own. */
public final class JoinFormAccess {
  private JoinFormAccess() {}

  /** Which fields are refused, each with its message key. */
  public static Map<String, String> refused(String name, String mail, RefusedDomains domains) {
    var errors = new FormErrors();
    new JoinForm("", "member", name, "", mail, "", "", "", "", "").read(errors, List.of(domains));
    return errors.all()
        .stream()
        .collect(Collectors.toMap(FormErrors.Refusal::field, FormErrors.Refusal::key));
  }
}
