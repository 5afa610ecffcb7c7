// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import java.util.logging.Logger;

/** One way to log, so that one place decides what it may say. */
public final class LogsAnotherWay {
  public void say() { Logger.getLogger("roll").info("said"); }
}
