// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.Optional;

/**
 * The outcome of one check.
 *
 * @param where what was looked at, or the part that is false
 * @param reason why it is false; empty where it is not
 * @param sentence what was found, or what is false
 */
public record Finding(Check check, String where, Optional<Reason> reason, String sentence) {
  /** A check that everything passed. */
  public static Finding ok(Check check, String where, String sentence) {
    return new Finding(check, where, Optional.empty(), sentence);
  }

  /** A check that something did not pass. */
  public static Finding failed(Check check, Refused refused) {
    return new Finding(check, refused.where(), Optional.of(refused.reason()), refused.sentence());
  }

  /** Whether everything passed. */
  public boolean passed() { return reason.isEmpty(); }

  /** As the verifier prints it: outcome, check, where and reason, with tabs between them. */
  public String line() {
    return (passed() ? "ok" : "FAIL") + "\t" + check.word() + "\t" + clean(where) + "\t"
        + reason.map(each -> each.word() + ": ").orElse("") + clean(sentence);
  }

  /** What an archive says can hold anything: nothing of it ends a line or a column or moves a terminal's cursor. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
