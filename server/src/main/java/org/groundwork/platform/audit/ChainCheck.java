// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Follows one local's chain from its beginning, seal by seal, and stops at the first that does not fit. */
final class ChainCheck {
  private final UUID local;
  private long seq;
  private byte[] link;

  ChainCheck(UUID local) {
    this.local = local;
    link = Chain.genesis(local);
  }

  /**
   * A seal as stored.
   *
   * @param sealed the entry it names, absent if there is none
   */
  record Seal(long seq, Optional<Chain.Sealed> sealed, byte[] link) {}

  /** Goes one seal on; gives what is wrong with it. */
  Optional<AuditVerdict.Broken> next(Seal seal) {
    if (seal.seq() != seq + 1) {
      return broken(seq + 1, "the seal is missing");
    }
    if (seal.sealed().isEmpty()) {
      return broken(seal.seq(), "the entry was removed");
    }
    byte[] expected = Chain.link(local, link, seal.seq(), seal.sealed().get());
    if (!Arrays.equals(expected, seal.link())) {
      return broken(seal.seq(), "the entry or its seal was changed or put elsewhere");
    }
    seq = seal.seq();
    link = expected;
    return Optional.empty();
  }

  /** Whether the chain as followed so far ends where it was said to end. */
  Optional<AuditVerdict.Broken> endsAt(AuditVerdict.Head head) {
    if (head.seq() > seq) {
      return broken(seq + 1, "seals were removed from the end, which was " + head.seq());
    }
    if (head.seq() < seq || !Arrays.equals(head.link(), link)) {
      return broken(head.seq(), "the end of the chain was changed");
    }
    return Optional.empty();
  }

  /** Whether the chain passes now through a head that was noted earlier; true as long as it has not come so far. */
  boolean passes(AuditVerdict.Head noted) {
    return noted.seq() != seq || Arrays.equals(noted.link(), link);
  }

  AuditVerdict.Head head() { return new AuditVerdict.Head(seq, link); }

  static Optional<AuditVerdict.Broken> broken(long at, String reason) {
    return Optional.of(new AuditVerdict.Broken(at, reason));
  }
}
