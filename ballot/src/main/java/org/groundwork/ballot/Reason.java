// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.util.Locale;

/** Why something is refused. The name in lower case is what the verifier prints before the sentence. */
public enum Reason {
  /** The file is no archive of this kind: another header, another kind of entry, another version. */
  NOT_AN_ARCHIVE,
  /** The archive ends within an entry. */
  TRUNCATED,
  /** An entry is longer, or there are more of them, than is read. */
  TOO_LARGE,
  /** An entry's name is not the hash of what is in it. */
  NAME_IS_NOT_THE_HASH,
  /** An event does not follow the one before it. */
  BROKEN_CHAIN,
  /** An event refers to something that does not stand before it. */
  MISSING_PAYLOAD,
  /** Something stands in the archive to which nothing refers. */
  UNREFERRED_DATA,
  /** An event where this kind may not be, as a ballot after the end of voting. */
  EVENT_OUT_OF_ORDER,
  /** Text that is no JSON, or JSON of another shape than is asked for. */
  MALFORMED,
  /** The same name twice in one object. */
  DUPLICATE_KEY,
  /** JSON that is not written in the one way in which its hash is taken. */
  NOT_CANONICAL,
  /** A version of the protocol, a group or a kind of question that is not known here. */
  UNKNOWN_KIND,
  /** A question that cannot be answered or counted: its limits contradict one another. */
  BAD_QUESTION,
  /** Text that is no element of the group, or not the one way to write it. */
  NOT_AN_ELEMENT,
  /** An element of small order, or outside the group of prime order. */
  SMALL_ORDER_OR_OUTSIDE_SUBGROUP,
  /** The neutral element, where it hides nothing. */
  IDENTITY_ELEMENT,
  /** A challenge or response that is not from 0 to q-1. */
  OUT_OF_RANGE,
  /** A trustee's proof that they know their key is false. */
  BAD_TRUSTEE_PROOF,
  /** A certificate or another signed message of a key ceremony is false. */
  BAD_CERTIFICATE,
  /** The same trustee stands twice among the trustees, and would alone be two of them. */
  DUPLICATE_TRUSTEE,
  /** A key of a ceremony is not what the published numbers give. */
  BAD_VERIFICATION_KEY,
  /** The election's key is not the product of the trustees' keys. */
  BAD_PUBLIC_KEY,
  /** A credential stands twice on the list. */
  DUPLICATE_CREDENTIAL,
  /** A weight that is none: zero, negative, or too large to be counted. */
  BAD_WEIGHT,
  /** A ballot of another election, by its identifier. */
  WRONG_UUID,
  /** A ballot of another election, by its fingerprint. */
  WRONG_ELECTION_HASH,
  /** A ballot under a credential that is not on the list. */
  UNKNOWN_CREDENTIAL,
  /** The very same ballot for a second time. */
  REPLAYED_BALLOT,
  /** A ballot that answers other questions than are asked, or in another number. */
  WRONG_ANSWERS,
  /** A proof that a single choice is 0 or 1 is false. */
  BAD_PROOF,
  /** Proofs are right, and stand beside other choices than they were made for. */
  SWAPPED_CHOICES,
  /** A proof that the number of choices is within its limits is false. */
  BAD_OVERALL_PROOF,
  /** A proof that a vote is blank or not is false. */
  BAD_BLANK_PROOF,
  /** A ballot's hash is not the one that was signed. */
  BAD_BALLOT_HASH,
  /** A signature that is not the credential's. */
  BAD_SIGNATURE,
  /** The encrypted tally is that of other ballots than the record has. */
  DROPPED_OR_ADDED_BALLOT,
  /** A shuffle or a decryption of somebody who is no trustee, or for a second time, or one is missing. */
  WRONG_OWNER,
  /** A shuffle's proof is false: what comes out is not what went in. */
  BAD_SHUFFLE,
  /** A trustee's proof of their part of the decryption is false. */
  BAD_DECRYPTION_PROOF,
  /** The proof that is bound to a trustee's part, and is not in the record, is false. */
  BAD_BOUND_PROOF,
  /** The published result is not what the decryption gives. */
  FALSE_RESULT,
  /** The earlier record is not the beginning of this one. */
  NOT_A_CONTINUATION;

  /** The word that the verifier prints. */
  public String word() { return name().toLowerCase(Locale.ROOT); }
}
