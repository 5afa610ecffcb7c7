// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.List;
import org.groundwork.platform.access.PublicAddress;

/** The demonstration's sign-ins on the terminal, one line for each role. They are invented people. */
final class PrintedSignIns {
  private final PublicAddress address;

  PrintedSignIns(PublicAddress address) { this.address = address; }

  void print(List<Demonstration.SignIn> signIns) {
    System.out.println("Come in to the demonstration at " + address.origin().orElse("") + "/demonstration as:");
    signIns.forEach(signIn -> System.out.println("  " + signIn.role() + " (" + signIn.name() + ")"));
  }
}
