// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

/** What came of a second person's yes to a rapid call. */
public sealed interface Confirmation {

  /** It went out, to so many people first. */
  record Out(int asked) implements Confirmation {}

  /** It had gone out already. */
  record AlreadyOut() implements Confirmation {}

  /** Whoever called cannot be the second person, whatever account they use. */
  record SamePerson() implements Confirmation {}

  /** It was refused, it waited too long, or there is none. */
  record Over() implements Confirmation {}
}
