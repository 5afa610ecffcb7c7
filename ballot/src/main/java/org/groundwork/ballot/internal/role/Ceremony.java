// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.proof.ThresholdKeys;
import org.groundwork.ballot.internal.proof.ThresholdKeys.CertContext;
import org.groundwork.ballot.internal.proof.ThresholdKeys.CertKeys;

/**
 * The ceremony after which some of several trustees are enough to open an election (paragraph <em>"Pedersen" protocol</em>):
 * each makes a certificate, then a polynomial for all certificates; whoever carries the messages sorts them; each checks
 * what they were sent and says their public key.
 */
public final class Ceremony {
  private static final int SEED = 22;
  private final Group group;
  private final int size;
  private final int threshold;
  private final Form form;

  /** Which messages a ceremony has. */
  public enum Form {
    /** As in 2.0, whose tool takes it. */
    PLAIN,
    /** As from 2.5 on: certificates say for which ceremony they are, and each trustee signs all of them. */
    BOUND
  }

  /**
   * A ceremony.
   *
   * @param size how many trustees, from 1
   * @param threshold how many of them are enough, from 1 to {@code size}
   */
  public Ceremony(Group group, int size, int threshold, Form form) {
    if (size < 1 || threshold < 1 || threshold > size) {
      throw new IllegalArgumentException(threshold + " of " + size + " trustees cannot be enough");
    }
    this.group = group;
    this.size = size;
    this.threshold = threshold;
    this.form = form;
  }

  /** A new trustee's seed, from which their keys of the ceremony follow. */
  public static Secret seed(Randomness randomness) {
    return Secret.of(Base58.random(SEED, randomness), SecretAccess.granted());
  }

  private BigInteger key(String which, Secret seed) {
    String text = which + "|" + seed.text(SecretAccess.granted());
    return new BigInteger(1, Sha256.of(text.getBytes(StandardCharsets.US_ASCII))).mod(group.q());
  }

  private BigInteger sk(Secret seed) { return key("sk", seed); }

  private BigInteger dk(Secret seed) { return key("dk", seed); }

  private CertContext context(int index) { return new CertContext(group.name(), size, threshold, index); }

  /** Section <em>Certificates</em>. */
  public SignedMessage cert(Secret seed, int index, Randomness randomness) {
    BigInteger sk = sk(seed);
    var keys = new CertKeys(form == Form.BOUND ? Optional.of(context(index)) : Optional.empty(),
        Written.of(group, group.powerOfSecret(group.g(), sk)),
        Written.of(group, group.powerOfSecret(group.g(), dk(seed))));
    return SchnorrProof.sign(group, sk, keys.write(), randomness);
  }

  /**
   * The keys of all certificates.
   *
   * @throws Refused if one is false, for another ceremony, or there are more or fewer than trustees
   */
  public List<CertKeys> checkCerts(List<SignedMessage> certs) {
    if (certs.size() != size) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", size + " certificates are expected, not " + certs.size());
    }
    var keys = new ArrayList<CertKeys>();
    for (int i = 0; i < size; i++) {
      CertKeys mine = ThresholdKeys.checkCert(group, certs.get(i), context(i + 1));
      if (mine.context().isPresent() != (form == Form.BOUND)) {
        throw new Refused(Reason.BAD_CERTIFICATE, "certificate " + (i + 1),
            "a certificate of another kind of ceremony");
      }
      keys.add(mine);
    }
    ThresholdKeys.mustDiffer(keys);
    return keys;
  }

  /** The number of the trustee with this seed, from 1. */
  private int index(Secret seed, List<CertKeys> keys) {
    String mine = group.write(group.powerOfSecret(group.g(), sk(seed)));
    for (int i = 0; i < size; i++) {
      if (keys.get(i).verification().text().equals(mine)) {
        return i + 1;
      }
    }
    throw new Refused(Reason.BAD_CERTIFICATE, "", "the certificate of this trustee is not among them");
  }

  /**
   * What a trustee says in the third step (section <em>Polynomials</em>).
   *
   * @param secrets for each trustee in turn what only they can read
   */
  public record Polynomial(String polynomial, List<String> secrets, SignedMessage coefexps, Optional<Proof> signature) {
    public Polynomial { secrets = List.copyOf(secrets); }

    /** Its text. */
    public String write() {
      var out = new Compact().open('{').name("polynomial").text(polynomial).name("secrets").open('[');
      secrets.forEach(out::text);
      out.close(']').name("coefexps");
      coefexps.write(out);
      signature.ifPresent(each -> {
        out.name("signature");
        each.write(out);
      });
      return out.close('}').toString();
    }

    /** Reads one. */
    public static Polynomial read(Group group, byte[] bytes) {
      Node node = Json.read(bytes);
      return new Polynomial(node.get("polynomial").text(),
          node.get("secrets").list().stream().map(Node::text).toList(),
          SignedMessage.read(group.q(), node.get("coefexps")),
          node.find("signature").map(each -> Proof.read(group.q(), each)));
    }
  }

  /** A trustee's polynomial, for certificates that they checked. */
  public Polynomial polynomial(Secret seed, List<SignedMessage> certs, Randomness randomness) {
    List<CertKeys> keys = checkCerts(certs);
    int index = index(seed, keys);
    BigInteger sk = sk(seed);
    var coefficients = new ArrayList<BigInteger>();
    var exps = new ArrayList<Written>();
    for (int k = 0; k < threshold; k++) {
      BigInteger a = randomness.below(group.q());
      coefficients.add(a);
      exps.add(Written.of(group, group.powerOfSecret(group.g(), a)));
    }
    var raw = new Compact().open('{').name("polynomial").open('[');
    coefficients.forEach(each -> raw.plain(each.toString()));
    String polynomial = Channel.send(group, sk, keys.get(index - 1).encryption(),
        raw.close(']').close('}').toString(), randomness);
    var secrets = new ArrayList<String>();
    for (int j = 1; j <= size; j++) {
      String secret = new Compact().open('{')
          .name("secret")
          .plain(at(coefficients, j).toString())
          .close('}')
          .toString();
      secrets.add(Channel.send(group, sk, keys.get(j - 1).encryption(), secret, randomness));
    }
    var coefexps = new Compact().open('{').name("coefexps").open('[');
    exps.forEach(each -> coefexps.plain(each.text()));
    return new Polynomial(polynomial, secrets,
        SchnorrProof.sign(group, sk, coefexps.close(']').close('}').toString(), randomness),
        form == Form.PLAIN
            ? Optional.empty()
            : Optional
                .of(SchnorrProof.signature(group, sk, ThresholdKeys.signedCertificates(certs, exps), randomness)));
  }

  /** f(j). */
  private BigInteger at(List<BigInteger> coefficients, int j) {
    BigInteger value = BigInteger.ZERO;
    for (BigInteger each : coefficients.reversed()) {
      value = value.multiply(BigInteger.valueOf(j)).add(each).mod(group.q());
    }
    return value;
  }

  /** What a trustee is sent in the fourth step (section <em>Vinputs</em>). */
  public record Vinput(String polynomial, List<String> secrets, List<SignedMessage> coefexps, List<Proof> signatures) {
    public Vinput {
      secrets = List.copyOf(secrets);
      coefexps = List.copyOf(coefexps);
      signatures = List.copyOf(signatures);
    }

    /** Its text. */
    public String write() {
      var out = new Compact().open('{').name("polynomial").text(polynomial).name("secrets").open('[');
      secrets.forEach(out::text);
      out.close(']').name("coefexps");
      SignedMessage.writeAll(out, coefexps);
      if (!signatures.isEmpty()) {
        out.name("signatures");
        Proof.writeAll(out, signatures);
      }
      return out.close('}').toString();
    }

    /** Reads one. */
    public static Vinput read(Group group, byte[] bytes) {
      Node node = Json.read(bytes);
      return new Vinput(node.get("polynomial").text(), node.get("secrets").list().stream().map(Node::text).toList(),
          SignedMessage.readAll(group.q(), node.get("coefexps")),
          node.find("signatures").map(each -> Proof.readAll(group.q(), each)).orElse(List.of()));
    }
  }

  /** Sorts the polynomials of all trustees, in the order of their numbers, for each of them. */
  public List<Vinput> vinputs(List<SignedMessage> certs, List<Polynomial> polynomials) {
    checkPolynomials(certs, polynomials);
    List<SignedMessage> coefexps = polynomials.stream().map(Polynomial::coefexps).toList();
    List<Proof> signatures = polynomials.stream().flatMap(each -> each.signature().stream()).toList();
    var vinputs = new ArrayList<Vinput>();
    for (int j = 0; j < size; j++) {
      int index = j;
      vinputs.add(new Vinput(polynomials.get(j).polynomial(),
          polynomials.stream().map(each -> each.secrets().get(index)).toList(), coefexps, signatures));
    }
    return vinputs;
  }

  /** What can be checked of a polynomial by whoever carries it: signatures and numbers. */
  private void checkPolynomials(List<SignedMessage> certs, List<Polynomial> polynomials) {
    if (polynomials.size() != size || polynomials.stream().anyMatch(each -> each.secrets().size() != size)) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", size + " polynomials with " + size + " secrets are expected");
    }
    checkCoefficients(certs, polynomials.stream().map(Polynomial::coefexps).toList(),
        polynomials.stream().flatMap(each -> each.signature().stream()).toList());
  }

  /** A_i0 … A_it of each trustee, found to be signed. */
  private List<List<Written>> checkCoefficients(List<SignedMessage> certs, List<SignedMessage> coefexps,
      List<Proof> signatures) {
    List<CertKeys> keys = checkCerts(certs);
    if (coefexps.size() != size || signatures.size() != (form == Form.BOUND ? size : 0)) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", "the coefficients or signatures of a trustee are missing");
    }
    return ThresholdKeys.checkCoefficients(group,
        new Trustees.Pedersen(threshold, certs, coefexps, signatures, List.of()), keys);
  }

  /** What a trustee says in the fifth step (section <em>Voutputs</em>): their private key, for themselves, and the public. */
  public record Voutput(String privateKey, PublicKey publicKey) {
    /** Its text. */
    public String write() {
      var out = new Compact().open('{').name("private_key").text(privateKey).name("public_key");
      publicKey.write(out);
      return out.close('}').toString();
    }

    /** Reads one. */
    public static Voutput read(Group group, byte[] bytes) {
      Node node = Json.read(bytes);
      return new Voutput(node.get("private_key").text(), PublicKey.read(group, node.get("public_key")));
    }
  }

  /**
   * Checks what a trustee was sent, and makes their key of it.
   *
   * @throws Refused if another trustee lied to them, with the number of that trustee
   */
  public Voutput voutput(Secret seed, List<SignedMessage> certs, Vinput vinput, Randomness randomness) {
    List<CertKeys> keys = checkCerts(certs);
    int index = index(seed, keys);
    if (vinput.secrets().size() != size) {
      throw new Refused(Reason.BAD_CERTIFICATE, "", size + " secrets are expected, not " + vinput.secrets().size());
    }
    List<List<Written>> coefficients = checkCoefficients(certs, vinput.coefexps(), vinput.signatures());
    Written mine = keys.get(index - 1).encryption();
    checkOwn(seed, keys.get(index - 1), vinput.polynomial(), coefficients.get(index - 1));
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < size; i++) {
      String where = "trustee " + (i + 1);
      BigInteger s;
      try {
        String sent = Channel.receive(group, dk(seed), mine, keys.get(i).verification().element(),
            vinput.secrets().get(i));
        s = secret(group, Json.read(sent.getBytes(StandardCharsets.UTF_8)).get("secret"));
      } catch (Refused e) {
        throw e.within(where);
      }
      Element expected = ThresholdKeys.at(group, coefficients.get(i).stream().map(Written::element).toList(),
          index);
      if (!group.same(group.powerOfSecret(group.g(), s), expected)) {
        throw new Refused(Reason.BAD_VERIFICATION_KEY, where, "the secret number is not what the coefficients give");
      }
      sum = sum.add(s).mod(group.q());
    }
    String key = new Compact().open('{').name("decryption_key").plain(sum.toString()).close('}').toString();
    return new Voutput(Channel.send(group, sk(seed), mine, key, randomness),
        SchnorrProof.publicKey(group, sum, randomness));
  }

  /** A secret number, which the tool of Belenios 2.0 sends before it is reduced modulo q. */
  private static BigInteger secret(Group group, Node node) {
    String text = node.text();
    if (!text.matches("[0-9]{1,2000}")) {
      throw node.refused(Reason.MALFORMED, "a number is expected");
    }
    return new BigInteger(text).mod(group.q());
  }

  /** That the polynomial which came back is the one that this trustee drew. */
  private void checkOwn(Secret seed, CertKeys keys, String polynomial, List<Written> coefficients) {
    String raw = Channel.receive(group, dk(seed), keys.encryption(), keys.verification().element(), polynomial);
    List<Node> drawn = Json.read(raw.getBytes(StandardCharsets.UTF_8)).get("polynomial").list(threshold);
    for (int k = 0; k < threshold; k++) {
      Element exp = group.powerOfSecret(group.g(), Proof.scalar(group.q(), drawn.get(k)));
      if (!group.same(exp, coefficients.get(k).element())) {
        throw new Refused(Reason.BAD_VERIFICATION_KEY, "", "the coefficients that came back are not this trustee's");
      }
    }
  }

  /**
   * The parameters that are published (section <em>Threshold parameters</em>).
   *
   * @throws Refused by the first thing of the ceremony that is false
   */
  public Trustees.Pedersen published(List<SignedMessage> certs, List<Polynomial> polynomials, List<Voutput> voutputs) {
    checkPolynomials(certs, polynomials);
    if (voutputs.size() != size) {
      throw new Refused(Reason.BAD_VERIFICATION_KEY, "", size + " public keys are expected, not " + voutputs.size());
    }
    var parameters = new Trustees.Pedersen(threshold, certs, polynomials.stream().map(Polynomial::coefexps).toList(),
        polynomials.stream().flatMap(each -> each.signature().stream()).toList(),
        voutputs.stream().map(Voutput::publicKey).toList());
    ThresholdKeys.check(group, parameters);
    return parameters;
  }

  /** A trustee's private key, from what they said in the fifth step. */
  public static Secret privateKey(Group group, Secret seed, SignedMessage cert, String sealed) {
    CertKeys keys = CertKeys.read(group, cert.message());
    var any = new Ceremony(group, 1, 1, Form.PLAIN);
    String text = Channel.receive(group, any.dk(seed), keys.encryption(), keys.verification().element(), sealed);
    Node node = Json.read(text.getBytes(StandardCharsets.UTF_8)).get("decryption_key");
    return Secret.of(secret(group, node), SecretAccess.granted());
  }
}
