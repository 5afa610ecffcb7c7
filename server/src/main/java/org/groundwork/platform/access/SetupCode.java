// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.security.MessageDigest;
import java.util.Optional;
import org.groundwork.platform.ids.Tokens;

/**
 * Proof that whoever founds a local may do so on this server. On a computer that answers itself alone none is needed; a
 * reachable server prints a code in its terminal.
 */
public final class SetupCode {
  private final Optional<String> code;

  private SetupCode(Optional<String> code) { this.code = code; }

  /** No code is asked: only this computer can reach the server. */
  public static SetupCode notNeeded() {
    return new SetupCode(Optional.empty());
  }

  /** A fresh code for this start of the server. */
  public static SetupCode fresh(Tokens tokens) {
    return new SetupCode(Optional.of(tokens.written(8)));
  }

  public boolean needed() { return code.isPresent(); }

  /** The code as it is printed, in two groups. */
  public Optional<String> printed() {
    return code.map(c -> c.substring(0, 4) + "-" + c.substring(4));
  }

  /** Whether what somebody typed is the code; always if none is needed. */
  public boolean accepts(String typed) {
    return code.isEmpty() || MessageDigest.isEqual(Tokens.hash(code.get()), Tokens.hash(Tokens.asPrinted(typed)));
  }
}
