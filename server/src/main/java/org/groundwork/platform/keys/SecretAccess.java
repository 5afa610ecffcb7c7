// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

/**
 * Leave to read a {@link SecretBytes}. Every place that reads secrets calls {@link #toReadSecrets}: search for it to
 * review them all.
 */
public final class SecretAccess {

  private static final SecretAccess GRANTED = new SecretAccess();

  private SecretAccess() {}

  /** The one way to read secrets. */
  public static SecretAccess toReadSecrets() { return GRANTED; }
}
