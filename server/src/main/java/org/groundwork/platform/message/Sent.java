// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

/** What became of a wish to send. */
public sealed interface Sent {

  /** It lies in the outbox and leaves once the caller's transaction has committed. */
  record Queued() implements Sent {}

  /** It was not taken, and why. */
  record Refused(Reason reason) implements Sent {}

  /** Why a message is not sent. */
  enum Reason {
    /** The person has not agreed to be written to. */
    NOT_AGREED,
    /** The installation has no mail server. */
    NO_MAIL
  }
}
