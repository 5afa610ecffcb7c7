// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/** For whom a party of a register speaks. */
public enum Side {
  /** Owns or signs for the owner: a head officer, a shareholder, an owner by name. */
  OWNER,
  /** Works for the owner and perhaps for many others: a managing agent, a lawyer, a registration service. */
  AGENT,
  /** Named in the register, but says nothing about who owns: a lessee. */
  OTHER,
  /** The register does not say. */
  UNKNOWN
}
