// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

/** Which collection of a mandate it is. */
public enum SequenceType {
  /** The first of several. */
  FRST,
  /** One of several; also allowed for the first. */
  RCUR,
  /** The only one. */
  OOFF,
  /** The last of several. */
  FNAL
}
