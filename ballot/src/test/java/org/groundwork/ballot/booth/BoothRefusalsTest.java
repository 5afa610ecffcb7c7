// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.groundwork.ballot.Refused;
import org.groundwork.ballot.SecretAccess;
import org.groundwork.ballot.booth.Booth.Refusal;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.role.Credential.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the booth refuses before anything is encrypted, with the reason that the verifier has for the same. */
class BoothRefusalsTest {
  private static final TestElection GOOD = TestElection.of("Ed25519",
      List.of(TestElection.ONE, TestElection.BLANK, TestElection.RANKING), Form.FIFTEEN, 1);
  private static final String CREDENTIAL = GOOD.credentials().getFirst().text(SecretAccess.granted());
  private static final List<Integer> ONE = List.of(0, 1, 0);
  private static final List<Integer> BLANK = List.of(0, 1, 1, 1, 0);
  private static final List<Integer> RANKING = List.of(1, 2, 3, 4, 255);
  private static Chromium chromium;
  private static Booth booth;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    booth = new Booth(chromium.page("en"));
  }

  @AfterAll
  static void close() { chromium.close(); }

  private static Refusal both(String election) {
    byte[] bytes = election.getBytes(StandardCharsets.UTF_8);
    Refused here = catchThrowableOfType(Refused.class, () -> ElectionText.read(bytes));
    assertThat(here).as(election).isNotNull();
    Refusal there = booth.refusal(election);
    assertThat(there.reason()).as(there.message()).isEqualTo(here.reason().word());
    assertThat(there.where()).isEqualTo(here.where());
    assertThat(booth.refusal(bytes)).isEqualTo(there);
    return there;
  }

  /** The election with a part of it exchanged. */
  private static String with(String part, String other) {
    assertThat(GOOD.text()).contains(part);
    return GOOD.text().replace(part, other);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
      "\"version\":1 | \"version\":2 | unknown_kind", "\"version\":1 | \"version\":1.0 | malformed",
      "\"version\":1 | \"version\":01 | malformed", "\"version\":1 | \"version\":\"1\" | malformed",
      "\"version\":1 | \"version\":-1 | malformed", "\"version\":1 | \"version\":null | malformed",
      "\"version\":1 | \"version\":1111111111111111111 | too_large",
      "\"version\":1 | \"version\":1,\"version\":1 | duplicate_key",
      "\"version\":1 | \"versio\\u006e\":1,\"version\":1 | duplicate_key", "\"version\":1, | ~~ | malformed",
      "\"group\":\"Ed25519\" | \"group\":\"P-256\" | unknown_kind",
      "\"group\":\"Ed25519\" | \"group\":\"BELENIOS-2048\" | bad_question",
      "NonHomomorphic | Lists | unknown_kind", "\"min\":1 | \"min\":9 | bad_question",
      "\"max\":3 | \"max\":5 | bad_question",
      "\"min\":1 | \"min\":-1 | malformed", "\"max\":3 | \"max\":3e0 | malformed",
      "\"blank\":true | \"blank\":1 | malformed", "[\"Yes\",\"No\",\"Later\"] | [] | bad_question",
      "[\"Yes\",\"No\",\"Later\"] | {} | malformed", "\"Later\" | 3 | malformed",
      "\"Later\"] | \"Later\",] | malformed",
      "\"Later\" | \"\\x41\" | malformed", "\"Later\" | \"\t\" | malformed", "\"Later\" | 'Later' | malformed",
      "\"Later\" | [[[[[[[[[[[[[[1]]]]]]]]]]]]]] | too_large",
      "\"name\":\"Name\" | \"name\":[] | malformed", "\"name\":\"Name\" | \"name\":tru | malformed",
      "7bT2kQw9XzLmPc | 7bT2kQw9XzLmP | malformed", "7bT2kQw9XzLmPc | 7bT2kQw9XzLmP0 | malformed"})
  void refusesWhatTheVerifierRefusesForTheSameReason(String part, String other, String reason) {
    assertThat(both(with(part, other)).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[]", "\"election\"", "{} {}", "nonsense", "{\"version\":1}"})
  void refusesWhatIsNoElection(String text) { assertThat(both(text).reason()).isEqualTo("malformed"); }

  @Test
  void refusesMoreThanIsRead() {
    String question = "{\"answers\":[\"A\"],\"min\":0,\"max\":1,\"question\":\"Q\"}";
    String questions = GOOD.text()
        .replaceFirst("\"questions\":\\[.*],\"uuid\"",
            "\"questions\":[" + (question + ",").repeat(200) + question + "],\"uuid\"");
    assertThat(both(questions).reason()).isEqualTo("bad_question");
    assertThat(both(with("\"Later\"", "\"x\",".repeat(1_000) + "\"y\"")).reason()).isEqualTo("bad_question");
    assertThat(booth.refusal(with("Name", "N".repeat(1 << 20))).reason()).isEqualTo("too_large");
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] bytes = GOOD.text().getBytes(StandardCharsets.UTF_8);
    bytes[GOOD.text().indexOf("Name")] = (byte) 0xff;
    assertThat(booth.refusal(bytes).reason()).isEqualTo("malformed");
    assertThat(booth.refusal("\ud800" + GOOD.text()).reason()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz"})
  void refusesKeysThatAreNoElements(String key) {
    String own = GOOD.trustee().key().text();
    assertThat(both(with(own, key)).reason()).isEqualTo("not_an_element");
    assertThat(both(with(own, own.toUpperCase(Locale.ROOT))).where()).isEqualTo("public_key");
  }

  /** y = p + 1 is 1 written otherwise; and x = 0 has no sign. */
  @ParameterizedTest
  @ValueSource(strings = {"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee",
      "8000000000000000000000000000000000000000000000000000000000000001"})
  void refusesKeysThatAreNotWrittenInTheOneWay(String key) {
    assertThat(both(with(GOOD.trustee().key().text(), key)).reason()).isEqualTo("not_an_element");
  }

  @Test
  void refusesKeysUnderWhichVotesCouldBeRead() {
    String own = GOOD.trustee().key().text();
    assertThat(booth.refusal(with(own, "0".repeat(63) + "1")).reason()).isEqualTo("identity_element");
    assertThat(booth.refusal(with(own, "0".repeat(64))).reason()).isEqualTo("small_order_or_outside_subgroup");
    Group group = GOOD.election().group();
    Element mixed = group.times(GOOD.trustee().key().element(), group.read("0".repeat(64)));
    assertThat(booth.refusal(with(own, group.write(mixed))).reason()).isEqualTo("small_order_or_outside_subgroup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BELENIOS-2048", "RFC-3526-2048"})
  void refusesKeysOfFieldsLikewise(String name) {
    var election = TestElection.of(name, List.of(TestElection.ONE), Form.FIFTEEN, 0);
    String own = election.trustee().key().text();
    for (String key : List.of("0", "01", "-1", "x", "9".repeat(617), "9".repeat(700))) {
      assertThat(both(election.text().replace(own, key)).reason()).as(key).isEqualTo("not_an_element");
    }
    assertThat(booth.refusal(election.text().replace(own, "1")).reason()).isEqualTo("identity_element");
    BigInteger q = election.election().group().q();
    String outside = name.startsWith("RFC") ? q.shiftLeft(1).toString() : "2";
    assertThat(booth.refusal(election.text().replace(own, outside)).reason())
        .isEqualTo("small_order_or_outside_subgroup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "123-456-789-ABC-DEO", "abcdefghijkABCDEFGHJKL", "abcde-fghijk-ABCDE-FGHJK0",
      "abcde-fghijk-ABCDE-FGHJKL-", "abcdef-ghijk-ABCDE-FGHJKL"})
  void refusesWhatIsNoCredentialWithoutRepeatingIt(String credential) {
    Refusal refusal = booth.refusal(GOOD.text(), credential, List.of(ONE, BLANK, RANKING));
    assertThat(refusal.reason()).isEqualTo("bad_credential");
    if (!credential.isEmpty()) {
      assertThat(refusal.message() + refusal.where()).doesNotContain(credential);
    }
  }

  /** Of two letters that are 53 places apart, as 2 and w, the checksum cannot tell which is right; of neighbours it can. */
  @Test
  void refusesACredentialWithOneWrongLetter() {
    String letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    for (int i = 0; i < CREDENTIAL.length(); i++) {
      char wrong = letters.charAt((letters.indexOf(CREDENTIAL.charAt(i)) + 1) % letters.length());
      String credential = CREDENTIAL.substring(0, i) + wrong + CREDENTIAL.substring(i + 1);
      assertThat(booth.refusal(GOOD.text(), credential, List.of(ONE, BLANK, RANKING)).reason())
          .isEqualTo("bad_credential");
    }
  }

  private static void impossible(Object votes, String where) {
    Refusal refusal = booth.refusal(GOOD.text(), CREDENTIAL, votes);
    assertThat(refusal.reason()).isEqualTo("impossible_answer");
    assertThat(refusal.where()).isEqualTo(where);
  }

  @Test
  void refusesAnswersThatCannotBe() {
    impossible(List.of(), "");
    impossible(List.of(ONE, BLANK), "");
    impossible("110", "");
    for (Object one : List.of(List.of(0, 0, 0), List.of(1, 1, 0), List.of(2, -1, 0), List.of(0, 1), List.of(0, 1, 0, 0),
        List.of(0.5, 0.5, 0), List.of("1", 0, 0), List.of(true, false, false), "010")) {
      impossible(List.of(one, BLANK, RANKING), "question 1");
    }
    for (Object blank : List.of(List.of(1, 1, 0, 0, 0), List.of(0, 0, 0, 0, 0), List.of(0, 1, 1, 1, 1),
        List.of(1, 0, 0, 0))) {
      impossible(List.of(ONE, blank, RANKING), "question 2");
    }
    for (Object ranking : List.of(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4, 256), List.of(1, 2, 3, 4, -1),
        List.of(1, 2, 3, 4, 5, 6))) {
      impossible(List.of(ONE, BLANK, ranking), "question 3");
    }
  }
}
