// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.Locale;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Reinforcement;

/**
 * A word that ends a call or puts it right.
 *
 * @param typed what was typed before it was refused
 */
public record WordPage(Reinforcement call, How how, String typed, FormErrors errors) implements View {

  /** What is done with the word. */
  public enum How {
    REFUSE, OFF, FALSE_ALARM, CORRECT;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
  }
}
