// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.group.Sha256;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.Proof;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.BallotMaker;
import org.groundwork.ballot.internal.proof.BoundDecryption;
import org.groundwork.ballot.internal.role.RecordKeeper;
import org.groundwork.ballot.internal.verify.RecordVerifier.State;
import org.groundwork.ballot.made.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of a decryption that records have no place for. */
class BoundDecryptionTest {
  private static final Question.Homomorphic AGREE = new Question.Homomorphic("Do we strike?", List.of("Yes"), false, 0,
      1);
  private static final BigInteger MORE = BigInteger.TWO;

  @TempDir
  private Path folder = Path.of("");

  /** What a trustee prepares before the last ballot, and the accomplice who casts it. */
  private record Plan(Group group, BigInteger w, Element a, Element b, BigInteger challenge, BigInteger r) {
    /** A proof for a factor that makes the sum more by two, whatever the ballots before the last one are. */
    static Plan of(Made made) {
      State state = made.keeper().state();
      Group group = made.group();
      BigInteger q = group.q();
      BigInteger w = made.randomness().below(q);
      BigInteger s = made.randomness().below(q);
      Element others = state.tally().questions().getFirst().getFirst().alpha().element();
      Element a = group.power(group.g(), w);
      Element b = group.times(group.power(others, w), group.power(group.g(), s));
      String text = "decrypt|" + state.election().fingerprint() + "|" + made.trustees().keys().getFirst().key().text()
          + "|" + String.join(",", group.write(List.of(a, b)));
      var challenge = new BigInteger(1, Sha256.of(text.getBytes(StandardCharsets.US_ASCII))).mod(q);
      BigInteger r = s.add(challenge.multiply(MORE)).multiply(w.modInverse(q)).mod(q);
      return new Plan(group, w, a, b, challenge, r);
    }

    /** A vote of no, encrypted with the number that was prepared. */
    String ballot(Made made, int voter) {
      Randomness drawn = made.randomness();
      var first = new Randomness() {
        private boolean used;

        @Override
        public void fill(byte[] bytes) { drawn.fill(bytes); }

        @Override
        public BigInteger below(BigInteger bound) {
          boolean before = used;
          used = true;
          return before ? drawn.below(bound) : r;
        }
      };
      return new BallotMaker(made.election(), made.keeper().state().context(), first).make(made.exponent(voter),
          List.of(new int[]{0}));
    }

    /** The part with the false factor. */
    PartialDecryption part(Element alpha, BigInteger x) {
      BigInteger response = w.subtract(challenge.multiply(x)).mod(group.q());
      Element left = group.times(b, group.inverse(group.power(alpha, response)));
      Element factor = group.power(left, challenge.modInverse(group.q()));
      return new PartialDecryption(List.of(List.of(Written.of(group, factor))),
          List.of(List.of(new Proof(challenge, response))));
    }
  }

  private Made voted(Group group) throws IOException {
    return Made.in(folder)
        .group(group)
        .asks(AGREE)
        .voters(4)
        .begin()
        .vote(1, new int[]{0})
        .vote(2, new int[]{1})
        .vote(3, new int[]{0});
  }

  @Test
  void findsAForgeryThatTheRecordsProofsDoNotShow() throws IOException {
    for (Group group : List.of(Groups.ED25519, Groups.BELENIOS_2048)) {
      Made made = voted(group);
      Plan plan = Plan.of(made);
      made.cast(plan.ballot(made, 4)).close();
      State state = made.keeper().state();
      PartialDecryption forged = plan
          .part(state.tally().questions().getFirst().getFirst().alpha().element(), made.key(1));
      RecordKeeper after = made.keeper().decrypted(1, forged.write()).result();
      assertThat(findings(Verification.of(made.record()))).noneMatch(each -> !each.passed());
      assertThat(Files.readString(made.record(), StandardCharsets.ISO_8859_1)).contains("{\"result\":[[3]]}");

      Written key = made.trustees().keys().getFirst().key();
      var statement = new BoundDecryption(group, state.election().fingerprint(), key, state.tally(), forged);
      var file = new DecryptionFile(forged.write(), statement.prove(made.key(1), made.randomness()));
      assertThatThrownBy(() -> file.check(after.state(), 1)).isInstanceOf(Refused.class)
          .extracting(each -> ((Refused) each).reason())
          .isEqualTo(Reason.BAD_BOUND_PROOF);
      Path handed = handed("forged", made, 1, file.write());
      assertThat(findings(Verification.of(made.record()).with(List.of(handed)))).last()
          .satisfies(each -> {
            assertThat(each.check()).isEqualTo(Check.BOUND);
            assertThat(each.reason()).contains(Reason.BAD_BOUND_PROOF);
          });
    }
  }

  private Path handed(String name, Made made, int trustee, String payload) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"),
        new Handover(DecryptionFile.WHAT, made.election().uuid(), trustee, payload).write());
  }

  private static List<Finding> findings(Verification verification) throws IOException {
    var findings = new ArrayList<Finding>();
    Verdict verdict = verification.run(findings::add, _ -> {});
    assertThat(verdict == Verdict.INVALID).isEqualTo(findings.stream().anyMatch(each -> !each.passed()));
    return findings;
  }

  private Path part(Made made, int owner) throws IOException {
    DecryptionFile file = DecryptionFile.of(made.keeper().state(),
        Secret.of(made.key(owner), SecretAccess.granted()), made.randomness());
    made.add(owner, file.part());
    return handed("part" + owner, made, owner, file.write());
  }

  @Test
  void holdsForTrusteesOfEveryKindAndQuestionsOfEveryKind() throws IOException {
    Made made = Made.in(folder).asks(Made.DELEGATES, Made.RANKING).trustees(1).threshold(2, 3).begin();
    made.vote(1, new int[]{0, 1, 1, 0}, new int[]{1, 2, 3})
        .vote(2, new int[]{1, 0, 0, 0}, new int[]{3, 1, 2})
        .close()
        .shuffle(1);
    List<Path> files = List.of(part(made, 1), part(made, 2), part(made, 4));
    Verification all = Verification.of(made.record()).with(files);
    assertThat(findings(all)).last()
        .extracting(Finding::line)
        .isEqualTo("ok\tbound\t3 trustees\twhat each handed over proves their part, bound to what it speaks of");
    made.count();
    assertThat(findings(all)).allMatch(Finding::passed);

    refused(made, List.of(files.get(0), files.get(2)), Reason.MISSING_PAYLOAD, "the file of trustee 2");
    String second = Files.readString(files.get(1));
    Path changed = folder.resolve("changed.json");
    String proof = second.substring(second.indexOf("\"challenge\":\"") + 13);
    String digit = proof.substring(0, 1);
    Files.writeString(changed, second.replaceFirst("\"challenge\":\"" + digit,
        "\"challenge\":\"" + (digit.equals("1") ? "2" : "1")));
    refused(made, List.of(files.get(0), changed, files.get(2)), Reason.BAD_BOUND_PROOF, "made for others, or changed");
    Files.writeString(changed, second.replace("\"number\":2", "\"number\":4"));
    refused(made, List.of(changed), Reason.BAD_BOUND_PROOF, "not the one in the record");
    Files.writeString(changed, second.replace("\"number\":2", "\"number\":3"));
    refused(made, List.of(changed), Reason.WRONG_OWNER, "no part of this trustee");
    Files.writeString(changed, second.replace(made.election().uuid(), "11111111111111"));
    refused(made, List.of(changed), Reason.WRONG_UUID, "of the election");
    Files.writeString(changed, second.replaceFirst("\\{\"bound\":.*\"part\":", ""));
    refused(made, List.of(changed), Reason.MALFORMED, "");
    Files.writeString(changed, "{}");
    refused(made, List.of(changed), Reason.MALFORMED, "no file that a step");
  }

  private static void refused(Made made, List<Path> files, Reason reason, String sentence) throws IOException {
    assertThat(findings(Verification.of(made.record()).with(files))).last().satisfies(each -> {
      assertThat(each.check()).isEqualTo(Check.BOUND);
      assertThat(each.reason()).contains(reason);
      assertThat(each.sentence()).contains(sentence);
    });
  }
}
