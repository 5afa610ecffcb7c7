// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;

/** Sections <em>Encrypting</em> and <em>Channels</em>: what one trustee tells another, through whoever carries it. */
final class Channel {
  private static final String FALSE = "it was not sent to this trustee, or was changed on the way";

  private Channel() {}

  /** <em>send</em>(sk, recipient, message). */
  static String send(Group group, BigInteger sk, Written recipient, String message, Randomness randomness) {
    var out = new Compact().open('{')
        .name("recipient")
        .plain(recipient.text())
        .name("message")
        .text(message)
        .close('}');
    var signed = new Compact();
    SchnorrProof.sign(group, sk, out.toString(), randomness).write(signed);
    return encrypt(group, recipient.element(), signed.toString(), randomness);
  }

  private static String encrypt(Group group, Element recipient, String message, Randomness randomness) {
    BigInteger r = randomness.below(group.q());
    Element secret = group.powerOfSecret(group.g(), randomness.below(group.q()));
    Written alpha = Written.of(group, group.powerOfSecret(group.g(), r));
    Written beta = Written.of(group, group.times(group.powerOfSecret(recipient, r), secret));
    byte[] data = Ccm.encrypt(key(group, secret), nonce(alpha), message.getBytes(StandardCharsets.UTF_8));
    return new Compact().open('{')
        .name("alpha")
        .plain(alpha.text())
        .name("beta")
        .plain(beta.text())
        .name("data")
        .plain(HexFormat.of().formatHex(data))
        .close('}')
        .toString();
  }

  private static byte[] key(Group group, Element secret) { return hash("key|" + group.write(secret)); }

  private static byte[] nonce(Written alpha) { return hash("iv|" + alpha.text()); }

  private static byte[] hash(String text) { return Sha256.of(text.getBytes(StandardCharsets.US_ASCII)); }

  /**
   * The message that was sent.
   *
   * @param dk the recipient's decryption key
   * @param recipient their encryption key
   * @param sender the sender's verification key
   * @throws Refused if it was sent to somebody else, by somebody else, or changed
   */
  static String receive(Group group, BigInteger dk, Written recipient, Element sender, String sent) {
    Node node = Json.read(sent.getBytes(StandardCharsets.UTF_8));
    Ciphertext pair = Ciphertext.read(group, node);
    if (!group.contains(pair.alpha().element()) || !group.contains(pair.beta().element())) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "", FALSE);
    }
    Element secret = group.times(pair.beta().element(),
        group.inverse(group.powerOfSecret(pair.alpha().element(), dk)));
    byte[] signedText = Ccm.decrypt(key(group, secret), nonce(pair.alpha()), data(node.get("data")))
        .orElseThrow(() -> new Refused(Reason.BAD_CERTIFICATE, "", FALSE));
    SignedMessage signed = SignedMessage.read(group.q(), Json.read(signedText));
    if (!SchnorrProof.signed(group, sender, signed.message(), signed.signature())) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", "it is not signed by the trustee from whom it should be");
    }
    Node message = Json.read(signed.message().getBytes(StandardCharsets.UTF_8));
    if (!message.get("recipient").text().equals(recipient.text())) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", "it was meant for another trustee");
    }
    return message.get("message").text();
  }

  private static byte[] data(Node node) {
    try {
      return HexFormat.of().parseHex(node.text());
    } catch (IllegalArgumentException e) {
      throw node.refused(Reason.MALFORMED, "hexadecimal digits are expected");
    }
  }
}
