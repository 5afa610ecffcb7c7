// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.groundwork.ballot.Randomness;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.Secret;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.group.Strangers;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.internal.proof.ThresholdKeys;
import org.groundwork.ballot.made.Made;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trustee who lies while the key is made: the one who is lied to says who it was, and the key does not come about. */
class CeremonyAttacksTest {
  private static final Group GROUP = Groups.ED25519;
  private final Randomness randomness = Made.seeded(7);
  private final List<Secret> seeds = new ArrayList<>();
  private final List<SignedMessage> certs = new ArrayList<>();
  private final List<Ceremony.Polynomial> polynomials = new ArrayList<>();

  private Ceremony begun(Ceremony.Form form) {
    var ceremony = new Ceremony(GROUP, 3, 2, form);
    for (int i = 1; i <= 3; i++) {
      seeds.add(Ceremony.seed(randomness));
      certs.add(ceremony.cert(seeds.getLast(), i, randomness));
    }
    seeds.forEach(each -> polynomials.add(ceremony.polynomial(each, certs, randomness)));
    return ceremony;
  }

  private static void refused(Reason reason, String where, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, each -> {
      assertThat(each.reason()).as(each.sentence()).isEqualTo(reason);
      assertThat(each.where()).contains(where);
    });
  }

  private BigInteger sk(int trustee) {
    byte[] text = ("sk|" + seeds.get(trustee - 1).text(SecretAccess.granted())).getBytes(StandardCharsets.US_ASCII);
    return new BigInteger(Hash.of(text).toString(), 16).mod(GROUP.q());
  }

  private Written encryption(int trustee) {
    return ThresholdKeys.CertKeys.read(GROUP, certs.get(trustee - 1).message()).encryption();
  }

  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void agreesWhereNobodyLies(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    var vinputs = ceremony.vinputs(certs, polynomials);
    var said = new ArrayList<Ceremony.Voutput>();
    for (int i = 0; i < 3; i++) {
      said.add(ceremony.voutput(seeds.get(i), certs, vinputs.get(i), randomness));
    }
    assertThat(ceremony.published(certs, polynomials, said).keys()).hasSize(3);
    var exchanged = List.of(said.get(1), said.get(0), said.get(2));
    refused(Reason.BAD_VERIFICATION_KEY, "verification key 1",
        () -> ceremony.published(certs, polynomials, exchanged));
    refused(Reason.BAD_VERIFICATION_KEY, "", () -> ceremony.published(certs, polynomials, said.subList(0, 2)));
  }

  /** Trustee 2 sends trustee 1 a number that is not on their polynomial, rightly sealed and signed. */
  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void namesWhoSentAShareThatDoesNotFit(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    var secrets = new ArrayList<>(polynomials.get(1).secrets());
    secrets.set(0, Channel.send(GROUP, sk(2), encryption(1), "{\"secret\":\"12345\"}", randomness));
    polynomials.set(1, new Ceremony.Polynomial(polynomials.get(1).polynomial(), secrets, polynomials.get(1).coefexps(),
        polynomials.get(1).signature()));
    var vinputs = ceremony.vinputs(certs, polynomials);
    refused(Reason.BAD_VERIFICATION_KEY, "trustee 2",
        () -> ceremony.voutput(seeds.get(0), certs, vinputs.get(0), randomness));
    assertThat(ceremony.voutput(seeds.get(2), certs, vinputs.get(2), randomness)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void namesWhoseShareWasMeantForAnotherOrSentByAnother(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    Ceremony.Vinput mine = ceremony.vinputs(certs, polynomials).getFirst();
    for (String sealed : List.of(polynomials.get(1).secrets().get(2), polynomials.get(2).secrets().get(0),
        mine.secrets().get(1).replaceFirst("\"data\":\"(.)", "\"data\":\"0"))) {
      var secrets = new ArrayList<>(mine.secrets());
      if (sealed.equals(secrets.get(1))) {
        continue; // the digit was 0 already
      }
      secrets.set(1, sealed);
      var changed = new Ceremony.Vinput(mine.polynomial(), secrets, mine.coefexps(), mine.signatures());
      refused(Reason.BAD_CERTIFICATE, "trustee 2",
          () -> ceremony.voutput(seeds.get(0), certs, changed, randomness));
    }
  }

  private Ceremony.Polynomial with(int trustee, SignedMessage coefexps) {
    Ceremony.Polynomial old = polynomials.get(trustee - 1);
    Optional<Proof> signature = old.signature()
        .map(_ -> SchnorrProof.signature(GROUP, sk(trustee),
            ThresholdKeys.signedCertificates(certs, read(coefexps)), randomness));
    return new Ceremony.Polynomial(old.polynomial(), old.secrets(), coefexps, signature);
  }

  private static List<Written> read(SignedMessage coefexps) {
    return Json.read(coefexps.message().getBytes(StandardCharsets.UTF_8))
        .get("coefexps")
        .list()
        .stream()
        .map(each -> Written.read(GROUP, each))
        .toList();
  }

  private SignedMessage coefficients(int trustee, String... elements) {
    return SchnorrProof.sign(GROUP, sk(trustee), "{\"coefexps\":[\"" + String.join("\",\"", elements) + "\"]}",
        randomness);
  }

  /** Trustee 3 sees the others' coefficients first and takes A_0 so that the product is a key of their own. */
  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void doesNotLetTheLastChooseTheKey(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    var others = GROUP.times(read(polynomials.get(0).coefexps()).getFirst().element(),
        read(polynomials.get(1).coefexps()).getFirst().element());
    var own = GROUP.power(GROUP.g(), randomness.below(GROUP.q()));
    List<Written> drawn = read(polynomials.get(2).coefexps());
    polynomials.set(2, with(3, coefficients(3, GROUP.write(GROUP.times(own, GROUP.inverse(others))),
        drawn.get(1).text())));
    var vinputs = ceremony.vinputs(certs, polynomials);
    refused(Reason.BAD_VERIFICATION_KEY, "trustee 3",
        () -> ceremony.voutput(seeds.get(0), certs, vinputs.get(0), randomness));
  }

  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void refusesCoefficientsTooManyTooFewUnsignedOrOutsideTheGroup(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    String good = GROUP.write(GROUP.g());
    Ceremony.Polynomial honest = polynomials.get(1);
    polynomials.set(1, with(2, coefficients(2, good)));
    refused(Reason.BAD_CERTIFICATE, "trustee 2", () -> ceremony.vinputs(certs, polynomials));
    polynomials.set(1, with(2, coefficients(2, good, good, good)));
    refused(Reason.BAD_CERTIFICATE, "trustee 2", () -> ceremony.vinputs(certs, polynomials));
    polynomials.set(1, with(2, coefficients(1, good, good)));
    refused(Reason.BAD_CERTIFICATE, "trustee 2", () -> ceremony.vinputs(certs, polynomials));
    for (var each : Strangers.ofSmallOrder(GROUP).keySet()) {
      polynomials.set(1, with(2, coefficients(2, good, GROUP.write(GROUP.times(each, GROUP.g())))));
      refused(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, "trustee 2", () -> ceremony.vinputs(certs, polynomials));
    }
    polynomials.set(1, honest);
    refused(Reason.BAD_CERTIFICATE, "", () -> ceremony.vinputs(certs, polynomials.subList(0, 2)));
  }

  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void refusesACertificateOfAnotherCeremony(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    var larger = new Ceremony(GROUP, 4, 2, form);
    var other = new Ceremony(GROUP, 3, 3, form);
    Secret fourth = Ceremony.seed(randomness);
    if (form == Ceremony.Form.BOUND) {
      for (SignedMessage each : List.of(larger.cert(fourth, 2, randomness), other.cert(fourth, 2, randomness),
          ceremony.cert(fourth, 3, randomness))) {
        refused(Reason.BAD_CERTIFICATE, "certificate 2",
            () -> ceremony.checkCerts(List.of(certs.get(0), each, certs.get(2))));
      }
    }
    Ceremony.Form unlike = form == Ceremony.Form.BOUND ? Ceremony.Form.PLAIN : Ceremony.Form.BOUND;
    SignedMessage mixed = new Ceremony(GROUP, 3, 2, unlike).cert(fourth, 2, randomness);
    refused(Reason.BAD_CERTIFICATE, "certificate 2",
        () -> ceremony.checkCerts(List.of(certs.get(0), mixed, certs.get(2))));
    refused(Reason.BAD_CERTIFICATE, "", () -> ceremony.checkCerts(certs.subList(0, 2)));
    refused(Reason.BAD_CERTIFICATE, "", () -> ceremony.polynomial(fourth, certs, randomness));
    var forged = new SignedMessage(certs.get(1).message().replace("\"encryption\"", "\"x\":1,\"encryption\""),
        certs.get(1).signature());
    refused(Reason.BAD_CERTIFICATE, "certificate 2",
        () -> ceremony.checkCerts(List.of(certs.get(0), forged, certs.get(2))));
  }

  @ParameterizedTest
  @EnumSource(Ceremony.Form.class)
  void refusesWhatWasCarriedWithoutAPartOfIt(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    Ceremony.Vinput mine = ceremony.vinputs(certs, polynomials).getFirst();
    for (Ceremony.Vinput each : List.of(
        new Ceremony.Vinput(mine.polynomial(), mine.secrets().subList(0, 2), mine.coefexps(), mine.signatures()),
        new Ceremony.Vinput(mine.polynomial(), List.of(), mine.coefexps(), mine.signatures()),
        new Ceremony.Vinput(mine.polynomial(), mine.secrets(), mine.coefexps().subList(0, 2), mine.signatures()))) {
      refused(Reason.BAD_CERTIFICATE, "", () -> ceremony.voutput(seeds.get(0), certs, each, randomness));
    }
  }

  /** Somebody who takes another's place takes both: the same trustee twice would be enough alone. */
  @ParameterizedTest
  @EnumSource(value = Ceremony.Form.class, names = "PLAIN")
  void refusesTheSameTrusteeTwice(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    refused(Reason.DUPLICATE_TRUSTEE, "certificate 2",
        () -> ceremony.checkCerts(List.of(certs.get(0), certs.get(0), certs.get(2))));
  }

  /** With contexts and signatures, whoever carries the messages cannot show each trustee other certificates. */
  @ParameterizedTest
  @EnumSource(value = Ceremony.Form.class, names = "BOUND")
  void noticesThatOthersWereShownOtherCertificates(Ceremony.Form form) {
    Ceremony ceremony = begun(form);
    Secret false2 = Ceremony.seed(randomness);
    var shown = List.of(certs.get(0), ceremony.cert(false2, 2, randomness), certs.get(2));
    polynomials.set(0, ceremony.polynomial(seeds.get(0), shown, randomness));
    refused(Reason.BAD_CERTIFICATE, "trustee 1", () -> ceremony.vinputs(certs, polynomials));
  }
}
