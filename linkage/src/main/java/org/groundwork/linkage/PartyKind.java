// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/** What a party of a register is. */
public enum PartyKind {
  /** A human being. */
  PERSON,
  /** A company, association or public body. */
  COMPANY
}
