// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.SignedMessage;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.verify.Setup;
import org.groundwork.ballot.made.HeldAlone;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ceremonies that were never held, or that are made to cost whoever verifies them hours. */
class FalseCeremoniesTest {
  private static final Group GROUP = Groups.ED25519;
  private static final int MOST = 200;
  private static final long MOST_SECONDS = 30;
  @TempDir
  Path folder;

  /** A record whose only trustees are these. */
  private Told told(Trustees.Kind... kinds) throws IOException {
    Path own = java.nio.file.Files.createTempDirectory(folder, "e");
    Made made = Made.in(own).begin();
    var trustees = new Trustees(List.of(kinds));
    String text = trustees.write();
    var key = GROUP.one();
    for (Trustees.Kind each : kinds) {
      key = GROUP.times(key, switch (each) {
        case Trustees.Single single -> single.key().key().element();
        case Trustees.Pedersen ceremony -> subKey(ceremony);
      });
    }
    String y = GROUP.write(key);
    return Told.of(made.story()
        .changing(Story.Setup.class, each -> new Story.Setup(
            each.election().replace(made.election().publicKey().text(), y), text, each.credentials())));
  }

  /** The product of the first coefficients, as they are said. */
  private static org.groundwork.ballot.internal.group.Element subKey(Trustees.Pedersen ceremony) {
    var key = GROUP.one();
    for (SignedMessage each : ceremony.coefexps()) {
      key = GROUP.times(key, GROUP.read(Made.json(each.message()).get("coefexps").list().getFirst().text()));
    }
    return key;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areRefusedWhereTheSameTrusteeStandsTwice(boolean bound) throws IOException {
    HeldAlone honest = HeldAlone.of(GROUP, 2, 3, Made.seeded(3));
    told(honest.published(bound)).is(Verdict.VALID_SO_FAR);
    told(honest.signingAlike(0, 2).published(bound)).refusedAs(Reason.DUPLICATE_TRUSTEE).at("certificate 3");
    told(honest.receivingAlike(0, 1).published(bound)).refusedAs(Reason.DUPLICATE_TRUSTEE).at("certificate 2");
    Trustees.Pedersen copied = honest.signingAlike(0, 1).receivingAlike(0, 1).published(bound);
    told(copied).refusedAs(Reason.DUPLICATE_TRUSTEE).at("certificate 2");
  }

  @Test
  void areRefusedWhereTheSameKeyStandsTwice() throws IOException {
    Trustees.Pedersen ceremony = HeldAlone.of(GROUP, 2, 3, Made.seeded(4)).published(true);
    PublicKey own = ceremony.keys().getFirst();
    told(new Trustees.Single(own), new Trustees.Single(own)).refusedAs(Reason.DUPLICATE_TRUSTEE).at("trustee 2");
    told(new Trustees.Single(own), ceremony).refusedAs(Reason.DUPLICATE_TRUSTEE).at("trustee 2");
    told(ceremony, ceremony).refusedAs(Reason.DUPLICATE_TRUSTEE).at("trustee 4");
  }

  /** 200 trustees who are all needed have 40,000 coefficients: checked one key after the other it took 8,000,000 powers. */
  @Test
  void ofAsManyTrusteesAsThereCanBeAreCheckedSoon() throws IOException {
    Trustees.Pedersen largest = HeldAlone.of(GROUP, MOST, MOST, Made.seeded(5)).published(true);
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long begun = thread.getCurrentThreadCpuTime();
    told(largest).is(Verdict.VALID_SO_FAR);
    var keys = new ArrayList<>(largest.keys());
    Collections.swap(keys, MOST - 2, MOST - 1);
    told(new Trustees.Pedersen(MOST, largest.certs(), largest.coefexps(), largest.signatures(), keys))
        .refusedAs(Reason.BAD_VERIFICATION_KEY)
        .at("verification key 199");
    assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - begun).toSeconds()).isLessThan(MOST_SECONDS);
    assertThat(new Trustees(List.of(largest)).write().length()).isLessThan(Trustees.LONGEST);
  }

  @Test
  void areRefusedWithLongerTextsThanAnyNeeds() throws IOException {
    Trustees.Pedersen honest = HeldAlone.of(GROUP, 2, 3, Made.seeded(6)).published(false);
    SignedMessage first = honest.certs().getFirst();
    var certs = new ArrayList<>(honest.certs());
    certs.set(0, new SignedMessage(first.message() + " ".repeat(4_000), first.signature()));
    told(new Trustees.Pedersen(2, certs, honest.coefexps(), honest.signatures(), honest.keys()))
        .refusedAs(Reason.TOO_LARGE)
        .at("certificate 1");
    String many = "[" + "[\"Single\",".repeat(201).replace(",", ",{}],");
    Story story = Made.in(java.nio.file.Files.createTempDirectory(folder, "e")).begin().story();
    Told.of(story.changing(Story.Setup.class,
        each -> new Story.Setup(each.election(), many.substring(0, many.length() - 1) + "]", each.credentials())))
        .refusedAs(Reason.MALFORMED);
    Told.of(story.changing(Story.Setup.class,
        each -> new Story.Setup(each.election(), each.trustees() + " ".repeat(Trustees.LONGEST), each.credentials())))
        .refusedAs(Reason.TOO_LARGE);
  }

  /** Also where one trustee is enough, whose key is then everybody's. */
  @Test
  void areNotFalseWhereOneOrAllAreNeeded() {
    for (int threshold : new int[]{1, 3}) {
      Trustees.Pedersen ceremony = HeldAlone.of(GROUP, threshold, 3, Made.seeded(7)).published(true);
      assertThat(GROUP.same(Setup.key(GROUP, new Trustees(List.of(ceremony))), subKey(ceremony))).isTrue();
    }
  }
}
