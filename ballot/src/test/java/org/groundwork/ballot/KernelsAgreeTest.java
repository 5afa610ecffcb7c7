// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.group.Strangers;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.Context;
import org.groundwork.ballot.internal.verify.BallotCheck;
import org.groundwork.ballot.made.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ballot is right, or false for a reason, whichever arithmetic multiplies: in plain Java or in GMP. */
class KernelsAgreeTest {
  private static final Pattern NUMBER = Pattern.compile("(?<=\")[0-9]{60,}(?=\")");
  @TempDir
  Path folder;

  private static BallotCheck check(Made made, Group group) {
    ElectionText election = made.election();
    var same = new ElectionText(election.uuid(), election.name(), election.description(), group,
        Written.of(group, group.read(election.publicKey().text())), election.questions(), election.administrator(),
        election.credentialAuthority(), election.fingerprint());
    return new BallotCheck(same, Context.of(same, 1), made.publicCredentials()::contains);
  }

  private static Object outcome(BallotCheck check, String ballot) {
    try {
      return check.checked(ballot.getBytes(StandardCharsets.UTF_8)).hash();
    } catch (Refused e) {
      return List.of(e.reason(), e.where(), e.sentence());
    }
  }

  @Test
  void aboutHonestAndFalseBallots() throws IOException {
    Made made = Made.in(folder).group(Groups.BELENIOS_2048).asks(Made.DELEGATES).begin();
    BallotCheck plain = check(made, Strangers.withPlainJava(made.group()));
    BallotCheck gmp = check(made, Strangers.withGmp(made.group()));
    String honest = made.ballot(1, new int[]{0, 1, 0, 1});
    var ballots = new ArrayList<>(List.of(honest, made.ballot(2, new int[]{1, 0, 0, 0})));
    var random = new Random(5);
    var places = NUMBER.matcher(honest).results().toList();
    for (var each : places) {
      BigInteger changed = new BigInteger(each.group()).flipBit(random.nextInt(200));
      ballots.add(honest.substring(0, each.start()) + changed + honest.substring(each.end()));
    }
    var reasons = EnumSet.noneOf(Reason.class);
    int right = 0;
    for (String each : ballots) {
      Object outcome = outcome(plain, each);
      assertThat(outcome(gmp, each)).isEqualTo(outcome);
      if (outcome instanceof List<?> refused) {
        reasons.add((Reason) refused.getFirst());
      } else {
        right++;
      }
    }
    assertThat(right).isEqualTo(2);
    assertThat(reasons).contains(Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP, Reason.BAD_PROOF, Reason.BAD_SIGNATURE);
  }
}
