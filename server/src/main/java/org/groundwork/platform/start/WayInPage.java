// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * Why an office cannot be exercised in this session, and what to do.
 *
 * @param why the reason
 * @param hasPasskey whether the account has a passkey to sign in with
 * @param until when the offices come back, as written in the reader's language; empty where they do not by themselves
 * @param given the mandate that the reader has just given, where that is why
 */
public record WayInPage(Why why, boolean hasPasskey, String until, Optional<Given> given) implements View {

  /**
   * A mandate.
   *
   * @param who what its holder is called
   * @param role message key
   */
  public record Given(String who, String role) {}

  /** The reason. */
  public enum Why {
    /** Seeing people takes a passkey. */
    PASSKEY,
    /** It takes one, and this server's address does not let browsers use any. */
    PASSKEY_IMPOSSIBLE,
    /** The way in was renewed and a day has not passed. */
    DAY,
    /** The way in was renewed with a sheet; two officers bring the offices back. */
    TWO_OFFICERS,
    /** Nothing is withheld, because the installation switched the rule off. */
    OFF,
    /** Nothing is withheld. */
    NOTHING
  }
}
