// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.group.Strangers;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.DecryptionProof;
import org.groundwork.ballot.internal.proof.Forger;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever an element of the group stands, nothing else may: no element of small order, none outside, no second writing. */
class ForeignElementsTest {
  private static final Pattern ON_CURVE = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
  private static final Pattern RESIDUE = Pattern.compile("(?<![0-9])[0-9]{600,}(?![0-9])");
  private static final List<Reason> FOREIGN = List.of(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, Reason.IDENTITY_ELEMENT);

  @TempDir
  Path folder;
  private int tried;

  static List<Group> groups() { return List.of(Groups.ED25519, Groups.BELENIOS_2048); }

  @ParameterizedTest
  @MethodSource("groups")
  void standNowhere(Group group) throws IOException {
    boolean curve = group.equals(Groups.ED25519);
    Made made = Made.in(folder).group(group).voters(2).threshold(curve ? 1 : 0, curve ? 2 : 0).begin();
    made.vote(1, new int[]{1, 0}).close().decrypt(curve ? new int[]{1, 2} : new int[]{1}).count();
    Story story = made.story();
    Pattern pattern = curve ? ON_CURVE : RESIDUE;
    Story.Setup setup = story.setup();
    everywhere(group, pattern, setup.election(), Reason.BAD_PUBLIC_KEY,
        text -> story.with(0, new Story.Setup(text, setup.trustees(), setup.credentials())));
    everywhere(group, pattern, setup.trustees(), Reason.BAD_CERTIFICATE,
        text -> story.with(0, new Story.Setup(setup.election(), text, setup.credentials())));
    everywhere(group, pattern, setup.credentials(), Reason.DUPLICATE_CREDENTIAL,
        text -> story.with(0, new Story.Setup(setup.election(), setup.trustees(), text)));
    everywhere(group, pattern, ((Story.Ballot) story.steps().get(1)).text(), Reason.UNKNOWN_CREDENTIAL,
        text -> story.with(1, new Story.Ballot(text)));
    everywhere(group, pattern, story.all(Story.Tallied.class).getFirst().tally(), Reason.DROPPED_OR_ADDED_BALLOT,
        text -> story.with(3, new Story.Tallied(1, "1", text)));
    everywhere(group, pattern, story.all(Story.Part.class).getFirst().text(), Reason.BAD_DECRYPTION_PROOF,
        text -> story.with(4, new Story.Part(1, text)));
    assertThat(tried).isGreaterThan(curve ? 400 : 150);
  }

  @Test
  void standNowhereInAShuffle() throws IOException {
    Made made = Made.in(folder).asks(Made.RANKING).voters(2).begin();
    made.vote(1, new int[]{1, 2, 3}).vote(2, new int[]{3, 2, 1}).close().shuffle(1);
    Story story = made.story();
    int place = story.places(Story.Shuffled.class).getFirst();
    everywhere(Groups.ED25519, ON_CURVE, ((Story.Shuffled) story.steps().get(place)).text(), Reason.BAD_SHUFFLE,
        text -> story.with(place, new Story.Shuffled(1, text)));
    assertThat(tried).isGreaterThan(300);
  }

  private void everywhere(Group group, Pattern pattern, String text, Reason otherwise,
      Function<String, Story> story) throws IOException {
    Matcher matcher = pattern.matcher(text);
    List<MatchResult> places = matcher.results().toList();
    assertThat(places).isNotEmpty();
    for (MatchResult each : places) {
      for (Map.Entry<String, String> foreign : foreign(group, each.group()).entrySet()) {
        String changed = text.substring(0, each.start()) + foreign.getValue() + text.substring(each.end());
        boolean written = foreign.getKey().startsWith("written");
        Told.of(story.apply(changed))
            .refusedAs(written
                ? new Reason[]{Reason.NOT_AN_ELEMENT, FOREIGN.get(0), FOREIGN.get(1), signed(otherwise)}
                : new Reason[]{FOREIGN.get(0), FOREIGN.get(1), otherwise, also(otherwise)});
        tried++;
      }
    }
  }

  /** Coefficients of a ceremony are signed, which is asked before they are read. */
  private static Reason signed(Reason otherwise) {
    return otherwise == Reason.BAD_CERTIFICATE ? otherwise : Reason.NOT_AN_ELEMENT;
  }

  private static Reason also(Reason otherwise) {
    return otherwise == Reason.BAD_CERTIFICATE ? Reason.BAD_VERIFICATION_KEY : otherwise;
  }

  private static Map<String, String> foreign(Group group, String good) {
    var all = new LinkedHashMap<String, String>();
    all.put("neutral", Strangers.neutral(group));
    all.putAll(Strangers.outside(group, good));
    Strangers.miswritten(group, good).forEach((name, text) -> {
      if (!text.equals(good)) {
        all.put("written: " + name, text);
      }
    });
    return all;
  }

  /** A key moved by an element of small order, with a proof that does not see it, since the challenge was drawn so. */
  @ParameterizedTest
  @MethodSource("groups")
  void areNoKeyOfATrusteeWhoseProofIsBlindToThem(Group group) throws IOException {
    Made made = Made.in(folder).group(group).begin();
    BigInteger x = made.key(1);
    for (Map.Entry<Element, Integer> each : Strangers.ofSmallOrder(group).entrySet()) {
      Element moved = group.times(group.power(group.g(), x), each.getKey());
      PublicKey key = blindKey(made, Written.of(group, moved), x, each.getValue());
      assertThat(SchnorrProof.verify(group, key)).isTrue();
      String trustees = new Trustees(List.of(new Trustees.Single(key))).write();
      Told.of(made.story()
          .changing(Story.Setup.class,
              setup -> new Story.Setup(
                  setup.election()
                      .replace(made.election().publicKey().text(), group.write(moved)),
                  trustees, setup.credentials())))
          .refusedAs(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP);
    }
  }

  private static PublicKey blindKey(Made made, Written key, BigInteger x, int order) {
    while (true) {
      Proof proof = Forger.knows(made.group(), key, x, made.randomness());
      if (Strangers.blind(order, List.of(proof.challenge()))) {
        return new PublicKey(proof, key);
      }
    }
  }

  /** A factor moved by an element of small order would change the result; every equation of its proof holds. */
  @ParameterizedTest
  @MethodSource("groups")
  void areNoFactorWhoseProofIsBlindToThem(Group group) throws IOException {
    Made made = Made.in(folder).group(group).begin().vote(1, new int[]{1, 0}).close();
    Story story = made.story();
    var tally = made.keeper().state().tally();
    Written key = Written.of(group, group.power(group.g(), made.key(1)));
    Element alpha = tally.questions().getFirst().getFirst().alpha().element();
    String honest = made.part(1);
    var nodes = Made.json(honest);
    String factor = nodes.get("decryption_factors").list().getFirst().list().getFirst().text();
    var first = Proof.read(group.q(), nodes.get("decryption_proofs").list().getFirst().list().getFirst());
    for (Map.Entry<Element, Integer> each : Strangers.ofSmallOrder(group).entrySet()) {
      Proof proof;
      do {
        proof = DecryptionProof.prove(group, made.election().fingerprint(), made.key(1), key, alpha,
            made.randomness());
      } while (!Strangers.blind(each.getValue(), List.of(proof.challenge())));
      String forged = honest.replace(factor, group.write(group.times(group.read(factor), each.getKey())))
          .replace(first.challenge().toString(), proof.challenge().toString())
          .replace(first.response().toString(), proof.response().toString());
      Told.of(story.plus(new Story.Part(1, forged))).refusedAs(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP);
    }
  }

  /** A ballot in which every equation holds, and which one power of α gives away. */
  @ParameterizedTest
  @MethodSource("groups")
  void areInNoBallotWhoseProofsAreBlindToThem(Group group) throws IOException {
    Made made = Made.in(folder).group(group).begin();
    var forger = new Forger(made.election(), made.exponent(1), made.randomness());
    Told.of(made.story().plus(new Story.Ballot(forger.blindToOrder(group.one(), 1, 2)))).is(Verdict.VALID_SO_FAR);
    for (Map.Entry<Element, Integer> each : Strangers.ofSmallOrder(group).entrySet()) {
      if (each.getValue() <= 3) {
        Told.of(made.story().plus(new Story.Ballot(forger.blindToOrder(each.getKey(), each.getValue(), 2))))
            .refusedAs(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP)
            .at("question 1, choice 1, alpha");
      }
    }
  }
}
