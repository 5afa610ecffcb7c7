// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Application;

/**
 * Who asks to join.
 *
 * @param open whether the public form is open
 * @param mayOpen whether the reader may open and shut it
 */
public record JoiningPage(List<Application> waiting, boolean open, boolean mayOpen, String handle, String done)
    implements
      View {

  /** Where the public form is. */
  public String formPath() { return "/r/" + handle + "/join"; }
}
