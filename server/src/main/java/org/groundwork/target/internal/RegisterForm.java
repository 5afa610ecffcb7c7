// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A register to load, as typed.
 *
 * @param once identifies the form, so that sending it twice loads once and its files can wait with it
 * @param mapping a built-in mapping, {@value #OWN} or {@value #KEPT}
 * @param mappingText the text of an own mapping
 * @param isPublic {@code on} if somebody says that this is a public register
 */
public record RegisterForm(@Nullable String once, @Nullable String name, @Nullable String code,
    @Nullable String mapping, @Nullable String mappingText, @Nullable String isPublic) {
  /** A mapping that comes with the form. */
  public static final String OWN = "own";
  /** The mapping that the last import of the same code brought along. */
  public static final String KEPT = "kept";

  static RegisterForm blank(UUID once, String mapping) {
    return new RegisterForm(once.toString(), "", "", mapping, "", "");
  }

  public boolean saysPublic() { return "on".equals(isPublic); }

  RegisterForm with(UUID form, String text) {
    return new RegisterForm(form.toString(), name, code, mapping, text, isPublic);
  }
}
