// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.routes;

import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;

/** Doors that do not say whom they are for, or say it twice. */
public final class Doors {
  public void saysNothing() {
    // who may come in here
  }

  @OpenRoute(why = "everybody may read this")
  @Requires(Power.KEEP_MONEY)
  public void saysTwoThings() {
    // whom to believe
  }

  @OpenRoute(why = "")
  public void saysNotWhy() {
    // nobody thought about it
  }

  @OpenRoute(why = "everybody may read this")
  public void saysOneThing() {
    // as it should be
  }
}
