// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.SchnorrProof;

/**
 * A trustee's private key for one election. With the keys of all trustees, or of as many as are enough, every vote can be
 * read: it stays with its trustee.
 */
public final class TrusteeKey implements AutoCloseable {
  private final String uuid;
  private final Group group;
  private final Secret key;

  TrusteeKey(String uuid, Group group, Secret key) {
    this.uuid = uuid;
    this.group = group;
    this.key = key;
  }

  /** A new one, for a trustee without whom nothing can be opened. */
  public static TrusteeKey create(ElectionDraft draft, Randomness randomness) {
    BigInteger q = draft.inGroup().q();
    BigInteger x = randomness.below(q.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    return new TrusteeKey(draft.uuid(), draft.inGroup(), Secret.of(x, SecretAccess.granted()));
  }

  /**
   * Reads one that was kept.
   *
   * @throws Refused if it is none
   */
  public static TrusteeKey read(byte[] bytes) {
    Node node = Json.read(bytes).only("file", "uuid", "group", "private_key");
    if (!node.get("file").text().equals("secret-key")) {
      throw node.refused(Reason.UNKNOWN_KIND, "this is not a trustee's secret key");
    }
    Group group = Group.named(node.get("group").text())
        .orElseThrow(() -> node.refused(Reason.UNKNOWN_KIND, "a group that is not known here"));
    BigInteger x = Proof.scalar(group.q(), node.get("private_key"));
    return new TrusteeKey(node.get("uuid").text(), group, Secret.of(x, SecretAccess.granted()));
  }

  /** Its text, which is secret. */
  public String write(SecretAccess access) {
    return new Compact().open('{')
        .name("file")
        .plain("secret-key")
        .name("uuid")
        .plain(uuid)
        .name("group")
        .plain(group.name())
        .name("private_key")
        .plain(key.text(access))
        .close('}')
        .toString();
  }

  /** The public key of a single trustee with the proof that they know the private one: for the returning officer. */
  public String publicKey(Randomness randomness) {
    return ElectionTrustees.single(uuid,
        SchnorrProof.publicKey(group, key.number(SecretAccess.granted()), randomness));
  }

  /** The election it is for. */
  public String uuid() { return uuid; }

  Secret secret() { return key; }

  /** The number of the trustee who has this key, from 1. */
  OptionalInt number(String ofUuid, Group ofGroup, Trustees trustees) {
    if (!uuid.equals(ofUuid) || !group.name().equals(ofGroup.name())) {
      return OptionalInt.empty();
    }
    String mine = group.write(group.powerOfSecret(group.g(), key.number(SecretAccess.granted())));
    for (int i = 0; i < trustees.count(); i++) {
      if (trustees.keys().get(i).key().text().equals(mine)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The same.
   *
   * @throws Refused if the key is none of theirs
   */
  int numberIn(String ofUuid, Group ofGroup, Trustees trustees) {
    if (!uuid.equals(ofUuid)) {
      throw new Refused(Reason.WRONG_UUID, "", "the key is for the election " + uuid + ", not for " + ofUuid);
    }
    return number(ofUuid, ofGroup, trustees)
        .orElseThrow(() -> new Refused(Reason.WRONG_OWNER, "", "the key is that of none of the election's trustees"));
  }

  /** Nothing of what is in it. */
  @Override
  public String toString() { return "a trustee's key"; }

  @Override
  public void close() { key.close(); }
}
