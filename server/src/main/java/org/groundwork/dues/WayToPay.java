// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

/**
 * Port: a way to pay one's dues that another module offers, as one's own page of dues leads to it. Implementations are beans, shown in
 * {@link #order}, lower first.
 */
public interface WayToPay {

  /** Its place; lower stands higher. */
  int order();

  /** Message key of what it is, a few words. */
  String title();

  /** Where it leads, within the local, without a leading slash. */
  String path();

  /** Whether the local has it now. Asked in a reading transaction of the local. */
  boolean offered();
}
