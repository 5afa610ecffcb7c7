// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

/** Refuses a request; the web shell turns the reason into a page a person can act on. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. Each has a text {@code refused.<name>} in every language. */
  public enum Reason {
    /** Nobody is signed in. */
    SIGN_IN,
    /** The role does not reach this. */
    ROLE,
    /** The office is there, and this session is too weak for it; the page of the local's way in says what to do. */
    WITHHELD,
    /** The thing is not there, or not for this caller; the two look alike on purpose. */
    NOT_FOUND,
    /** Somebody else changed the record meanwhile. */
    CHANGED_MEANWHILE,
    /** Too many tries for now. */
    TOO_OFTEN
  }

  private final Reason reason;

  public NotAllowed(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() { return reason; }
}
