// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Membership;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;

/** What anybody can check of a key ceremony (section <em>Messages specific to threshold decryption support</em>). */
public final class ThresholdKeys {
  /** Two numbers of 617 digits, and what stands around them; each trustee signs all certificates. */
  private static final int LONGEST_CERTIFICATE = 4_096;

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
    if (cert.message().length() > LONGEST_CERTIFICATE) {
      throw new Refused(Reason.TOO_LARGE, where,
          "no certificate is longer than " + LONGEST_CERTIFICATE + " characters");
    }
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

  /**
   * That no two certificates are of the same trustee, who would alone be two of those who are enough.
   *
   * @throws Refused by the second of them
   */
  public static void mustDiffer(List<CertKeys> keys) {
    var seen = new HashSet<String>();
    for (int i = 0; i < keys.size(); i++) {
      if (!seen.add(keys.get(i).verification().text()) || !seen.add(keys.get(i).encryption().text())) {
        throw new Refused(Reason.DUPLICATE_TRUSTEE, "certificate " + (i + 1),
            "it has a key of another certificate: the same trustee stands twice");
      }
    }
  }

  /**
   * A_i0 … A_it of each trustee, which they signed, from 2.5 on together with all certificates.
   *
   * @param ceremony of which the public keys are not looked at
   * @param keys those of its certificates
   * @throws Refused by the first trustee whose coefficients are false
   */
  public static List<List<Written>> checkCoefficients(Group group, Trustees.Pedersen ceremony, List<CertKeys> keys) {
    var all = new ArrayList<List<Written>>();
    var members = new Membership(group);
    for (int i = 0; i < keys.size(); i++) {
      Element verification = keys.get(i).verification().element();
      String where = "trustee " + (i + 1);
      List<Written> mine = coefficients(group, ceremony.coefexps().get(i), verification, ceremony.threshold(), where);
      if (!ceremony.signatures().isEmpty() && !SchnorrProof.signed(group, verification,
          signedCertificates(ceremony.certs(), mine), ceremony.signatures().get(i))) {
        throw new Refused(Reason.BAD_CERTIFICATE, where, "the trustee signed other certificates or other coefficients");
      }
      mine.forEach(each -> members.add(each.element()));
      all.add(mine);
    }
    int stranger = members.firstStranger();
    if (stranger >= 0) {
      throw new Refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "trustee " + (stranger / ceremony.threshold() + 1),
          "a coefficient that is outside the group");
    }
    return all;
  }

  /** The coefficients of one trustee; whether they belong to the group is not asked yet. */
  private static List<Written> coefficients(Group group, SignedMessage message, Element verification, int threshold,
      String where) {
    if (!SchnorrProof.signed(group, verification, message.message(), message.signature())) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, "the coefficients are not signed by their trustee");
    }
    List<Node> given = Json.read(message.message().getBytes(StandardCharsets.UTF_8)).get("coefexps").list();
    if (given.size() != threshold) {
      throw new Refused(Reason.BAD_CERTIFICATE, where, threshold + " coefficients are expected");
    }
    return given.stream().map(each -> Written.read(group, each)).toList();
  }

  /** What each trustee signs from 2.5 on: all certificates and their own coefficients. */
  public static String signedCertificates(List<SignedMessage> certs, List<Written> coefficients) {
    var out = new Compact(4096).open('{').name("certs");
    SignedMessage.writeAll(out, certs);
    out.name("coefexps").open('[');
    coefficients.forEach(each -> out.plain(each.text()));
    return "certs_sig|" + out.close(']').close('}');
  }

  /** The product over k of A_k^(j^k). */
  public static Element at(Group group, List<Element> coefficients, int j) {
    Element value = group.one();
    BigInteger at = BigInteger.valueOf(j);
    for (Element each : coefficients.reversed()) {
      value = group.times(group.power(value, at), each);
    }
    return value;
  }

  /**
   * Checks all of a ceremony that is public. With n trustees of whom t are enough it takes n·t small powers.
   *
   * @return the sub-key
   * @throws Refused by the first that is false
   */
  public static Element check(Group group, Trustees.Pedersen ceremony) {
    int size = ceremony.certs().size();
    var keys = new ArrayList<CertKeys>();
    for (int i = 0; i < size; i++) {
      CertKeys mine = checkCert(group, ceremony.certs().get(i),
          new CertContext(group.name(), size, ceremony.threshold(), i + 1));
      if (mine.context().isPresent() != !ceremony.signatures().isEmpty()) {
        throw new Refused(Reason.BAD_CERTIFICATE, "certificate " + (i + 1),
            "a ceremony after 2.5 has contexts and signatures, one before it has neither");
      }
      keys.add(mine);
    }
    mustDiffer(keys);
    List<Element> products = products(group, checkCoefficients(group, ceremony, keys), ceremony.threshold());
    for (int j = 0; j < size; j++) {
      checkKey(group, ceremony.keys().get(j), at(group, products, j + 1), j + 1);
    }
    return products.getFirst();
  }

  /** For each k the product over all trustees of A_ik, so that each public key takes t small powers and not n·t. */
  private static List<Element> products(Group group, List<List<Written>> coefficients, int threshold) {
    var products = new ArrayList<Element>(Collections.nCopies(threshold, group.one()));
    for (List<Written> each : coefficients) {
      for (int k = 0; k < threshold; k++) {
        products.set(k, group.times(products.get(k), each.get(k).element()));
      }
    }
    return products;
  }

  /** Checks that a trustee's public key is what everybody's coefficients give. */
  private static void checkKey(Group group, PublicKey key, Element expected, int index) {
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
