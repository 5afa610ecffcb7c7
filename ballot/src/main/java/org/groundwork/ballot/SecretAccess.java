// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

/**
 * What whoever reads a secret has to hold. There is nothing to it: it makes every place that reads a secret one that can be
 * searched for.
 */
public final class SecretAccess {
  private static final SecretAccess GRANTED = new SecretAccess();

  private SecretAccess() {}

  /** The access; whoever calls this reads or makes a secret, and has a reason to. */
  public static SecretAccess granted() {
    return GRANTED;
  }
}
