// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.util.function.Consumer;
import org.groundwork.ballot.Check;
import org.groundwork.ballot.Finding;
import org.groundwork.ballot.Refused;

/** What is being checked, and who is told what was found. */
final class Report {
  private final Consumer<Finding> out;
  private Check checking = Check.ARCHIVE;

  Report(Consumer<Finding> out) { this.out = out; }

  /** From now on this is checked: what is refused is told as false in it. */
  void checking(Check check) {
    checking = check;
  }

  boolean isChecking(Check check) { return checking == check; }

  void ok(Check check, String where, String sentence) { out.accept(Finding.ok(check, where, sentence)); }

  void failed(Refused refused) { out.accept(Finding.failed(checking, refused)); }
}
