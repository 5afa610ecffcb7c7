// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

/** What a check of one local's audit log comes to. */
public sealed interface AuditVerdict {

  /**
   * Every seal fits.
   *
   * @param waiting entries not sealed yet
   * @param erased entries whose content was erased
   */
  record Ok(Head head, long waiting, long erased) implements AuditVerdict {}

  /** The first seal that does not fit, and why, as a sentence for who checks. */
  record Broken(long seq, String reason) implements AuditVerdict {}

  /** The end of a chain: kept outside the installation, it shows later whether the log up to it is still the same. */
  record Head(long seq, byte[] link) {}
}
