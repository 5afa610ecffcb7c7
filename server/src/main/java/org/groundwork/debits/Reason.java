// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why a bank does not pay or takes back, by the codes of ISO 20022 (external code set of reasons for status and return) as the
 * rulebook of SEPA direct debits (EPC016-06) uses them.
 *
 * @param code as the bank wrote it, at most 35 characters; may be empty
 */
public record Reason(String code) {
  private static final Set<String> WORDS = Set.of("AC01", "AC04", "AC06", "AC13", "AG01", "AM04", "AM05", "CUST",
      "MD01", "MD02", "MD06", "MD07", "MS02", "MS03", "SL01");
  /** We asked the bank to take it out (CUST among the reasons of ISO 20022 for calling a payment off). */
  static final Reason TAKEN_OUT = new Reason("CUST");
  /** What a bank gives as the reason of a payment that came back, as an officer can choose it. */
  public static final List<String> RETURNS = List.of("AM04", "MD06", "MS02", "MS03", "MD01", "AC01", "AC04", "AC06",
      "AC13", "AG01", "AM05", "MD02", "MD07", "SL01");
  /** Whoever wrote it, the account, or the person, is not there to be collected from again. */
  private static final String ENDING = "AC|MD|AG01";

  /** Cuts the code to what is kept. */
  public Reason {
    code = code.strip().toUpperCase(Locale.ROOT);
    code = code.length() > 35 ? code.substring(0, 35) : code;
  }

  /** Message key of what it means, in plain words. */
  public String key() {
    if (code.isEmpty()) {
      return "debits.reason.ms03";
    }
    if (WORDS.contains(code)) {
      return "debits.reason." + code.toLowerCase(Locale.ROOT);
    }
    return code.matches("RR0[1-4]") ? "debits.reason.rules" : "debits.reason.other";
  }

  /** Whether nothing may be collected by this mandate any more. */
  public boolean endsTheMandate() {
    return code.matches("(" + ENDING + ").*");
  }

  /** Whether the holder died: nobody is written to. */
  public boolean died() { return code.equals("MD07"); }
}
