// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: something another module asks whoever wants to join, to be chosen on the form for strangers. The answer is sealed
 * with the application, told to the module when they are let in, and deleted with the application.
 */
public interface JoinQuestion {

  /** The form field's name: lower-case letters, unlike any other. */
  String field();

  /** What is asked now; empty for nothing. Asked in a transaction of the local, on behalf of a stranger. */
  Optional<Asked> asked(Locale reader);

  /** Somebody who chose this was let in; the value may stand for something that is no more. */
  void joined(UUID person, String value);

  /**
   * A question.
   *
   * @param title message key
   * @param hint message key of the sentence below it
   * @param usual the value that is chosen until somebody chooses another
   */
  record Asked(String title, String hint, List<Option> options, String usual) {
    public Asked { options = List.copyOf(options); }

    /** Whether a value can be chosen. */
    public boolean offers(String value) {
      return options.stream().anyMatch(each -> each.value().equals(value));
    }
  }

  /**
   * What can be chosen.
   *
   * @param value at most 60 letters, digits and hyphens
   * @param label ready to read
   * @param hint ready to read
   */
  record Option(String value, String label, String hint) {}
}
