// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;

/** What anybody can check of a key ceremony (section <em>Messages specific to threshold decryption support</em>). */
public final class ThresholdKeys {
  private ThresholdKeys() {}

  /**
   * The public keys of a certificate.
   *
   * @param context "group", "size", "threshold" and "index", which certificates have from 2.5 on
   */
  public record CertKeys(Optional<CertContext> context, Written verification, Written encryption) {
    /** Reads the message of a certificate; its signature is not asked here. */
    public static CertKeys read(Group group, String message) {
      Node node = Json.read(message.getBytes(StandardCharsets.UTF_8));
      return new CertKeys(node.find("context").map(CertContext::read), Written.read(group, node.get("verification")),
          Written.read(group, node.get("encryption")));
    }

    /** Its text. */
    public String write() {
      var out = new Compact().open('{');
      context.ifPresent(each -> each.write(out));
      return out.name("verification")
          .plain(verification.text())
          .name("encryption")
          .plain(encryption.text())
          .close('}')
          .toString();
    }
  }

  /** For which ceremony a certificate was made, and for whom of it, from 1. */
  public record CertContext(String group, int size, int threshold, int index) {
    private static CertContext read(Node node) {
      return new CertContext(node.get("group").text(), node.get("size").number(1, Integer.MAX_VALUE),
          node.get("threshold").number(1, Integer.MAX_VALUE), node.get("index").number(1, Integer.MAX_VALUE));
    }

    private void write(Compact out) {
      out.name("context")
          .open('{')
          .name("group")
          .plain(group)
          .name("size")
          .raw(Integer.toString(size))
          .name("threshold")
          .raw(Integer.toString(threshold))
          .name("index")
          .raw(Integer.toString(index))
          .close('}');
    }
  }

  /**
   * Checks the certificate of the trustee with this number.
   *
   * @throws Refused if it is false, or for another ceremony
   */
  public static CertKeys checkCert(Group group, SignedMessage cert, CertContext expected) {
    String where = "certificate " + expected.index();
    CertKeys keys = CertKeys.read(group, cert.message());
    checkElement(group, keys.verification(), where);
    checkElement(group, keys.encryption(), where);
    if (keys.context().isPresent() && !keys.context().orElseThrow().equals(expected)) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, "the certificate is for another ceremony or another trustee");
    }
    if (!SchnorrProof.signed(group, keys.verification().element(), cert.message(), cert.signature())) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, "the certificate is not signed with its key");
    }
    return keys;
  }

  private static void checkElement(Group group, Written element, String where) {
    if (!group.contains(element.element())) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, where, "a key that is outside the group");
    }
    if (group.isOne(element.element())) {
      throw new Refused(Reason.IDENTITY_ELEMENT, where, "a key that is the neutral element");
    }
  }

  /** A_i0 … A_it of a trustee, from their signed message. */
  public static List<Written> checkCoefficients(Group group, SignedMessage message, Element verification, int threshold,
      String where) {
    if (!SchnorrProof.signed(group, verification, message.message(), message.signature())) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, "the coefficients are not signed by their trustee");
    }
    var coefficients = new ArrayList<Written>();
    List<Node> given = Json.read(message.message().getBytes(StandardCharsets.UTF_8)).get("coefexps").list();
    if (given.size() != threshold) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, threshold + " coefficients are expected");
    }
    for (Node each : given) {
      Written coefficient = Written.read(group, each);
      if (!group.contains(coefficient.element())) {
        throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, where, "a coefficient that is outside the group");
      }
      coefficients.add(coefficient);
    }
    return coefficients;
  }

  /** What each trustee signs from 2.5 on: all certificates and their own coefficients. */
  public static String signedCertificates(List<SignedMessage> certs, List<Written> coefficients) {
    var out = new Compact(4096).open('{').name("certs");
    SignedMessage.writeAll(out, certs);
    out.name("coefexps").open('[');
    coefficients.forEach(each -> out.plain(each.text()));
    return "certs_sig|" + out.close(']').close('}');
  }

  /** The product over k of A_ik^(j^k). */
  public static Element at(Group group, List<Written> coefficients, int j) {
    Element value = group.one();
    BigInteger at = BigInteger.valueOf(j);
    for (Written each : coefficients.reversed()) {
      value = group.times(group.power(value, at), each.element());
    }
    return value;
  }

  /**
   * Checks all of a ceremony that is public.
   *
   * @return the sub-key
   * @throws Refused by the first that is false
   */
  public static Element check(Group group, Trustees.Pedersen ceremony) {
    int size = ceremony.certs().size();
    var coefficients = new ArrayList<List<Written>>();
    Element subKey = group.one();
    for (int i = 0; i < size; i++) {
      CertKeys keys = checkCert(group, ceremony.certs().get(i),
          new CertContext(group.name(), size, ceremony.threshold(), i + 1));
      if (keys.context().isPresent() != !ceremony.signatures().isEmpty()) {
        throw new Refused(Reason.BAD_CERTIFICATE, "certificate " + (i + 1),
            "a ceremony after 2.5 has contexts and signatures, one before it has neither");
      }
      String where = "coefficients " + (i + 1);
      List<Written> mine = checkCoefficients(group, ceremony.coefexps().get(i), keys.verification().element(),
          ceremony.threshold(), where);
      if (!ceremony.signatures().isEmpty() && !SchnorrProof.signed(group, keys.verification().element(),
          signedCertificates(ceremony.certs(), mine), ceremony.signatures().get(i))) {
        throw new Refused(Reason.BAD_CERTIFICATE, "signature " + (i + 1),
            "the trustee signed other certificates or other coefficients");
      }
      coefficients.add(mine);
      subKey = group.times(subKey, mine.getFirst().element());
    }
    for (int j = 0; j < size; j++) {
      checkKey(group, ceremony.keys().get(j), coefficients, j + 1);
    }
    return subKey;
  }

  /** Checks that a trustee's public key is what everybody's coefficients give. */
  public static void checkKey(Group group, PublicKey key, List<List<Written>> coefficients, int index) {
    Element expected = group.one();
    for (List<Written> each : coefficients) {
      expected = group.times(expected, at(group, each, index));
    }
    if (!group.same(expected, key.key().element())) {
      throw new Refused(Reason.BAD_VERIFICATION_KEY, "verification key " + index,
          "the key is not what the coefficients give");
    }
    checkProof(group, key, "verification key " + index);
  }

  /** Checks that somebody knows the private key of a public one, and that it is a key. */
  public static void checkProof(Group group, PublicKey key, String where) {
    checkElement(group, key.key(), where);
    if (!SchnorrProof.verify(group, key)) {
      throw new Refused(Reason.BAD_TRUSTEE_PROOF, where, "the proof that the trustee knows the private key is false");
    }
  }
}
