// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Verdict;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.message.Ciphertext;
import org.groundwork.ballot.internal.message.PartialDecryption;
import org.groundwork.ballot.internal.message.PublicKey;
import org.groundwork.ballot.internal.message.ShuffleText;
import org.groundwork.ballot.internal.message.Tally;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.proof.SchnorrProof;
import org.groundwork.ballot.made.Made;
import org.groundwork.ballot.made.Story;
import org.groundwork.ballot.made.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trustees who lie about their key, shuffle votes away or decrypt something else. */
class LyingTrusteesTest {
  private static final Pattern NUMBER = Pattern.compile("(?<=\")[0-9]{60,77}(?=\")");
  @TempDir
  Path folder;

  private Made ranked() throws IOException {
    return Made.in(folder)
        .asks(Made.STRIKE, Made.RANKING)
        .trustees(2)
        .begin()
        .vote(1, new int[]{1, 0}, new int[]{1, 2, 3})
        .vote(2, new int[]{1, 0}, new int[]{3, 2, 1})
        .vote(3, new int[]{0, 1}, new int[]{9, 9, 9})
        .close();
  }

  /** The last to say a key chooses it so that the product is one whose private key they know. */
  @Test
  void cannotChooseAKeyOfWhichTheyKnowOnlyTheProduct() throws IOException {
    Made made = Made.in(folder).trustees(2).begin();
    var group = made.group();
    var mine = made.randomness().below(group.q());
    Element wanted = group.power(group.g(), mine);
    List<PublicKey> keys = made.trustees().keys();
    Element rogue = group.times(wanted, group.inverse(keys.getFirst().key().element()));
    var key = new PublicKey(SchnorrProof.publicKey(group, mine, made.randomness()).pok(), Written.of(group, rogue));
    String trustees = new Trustees(List.of(new Trustees.Single(keys.getFirst()), new Trustees.Single(key))).write();
    Told.of(made.story()
        .changing(Story.Setup.class,
            each -> new Story.Setup(
                each.election()
                    .replace(made.election().publicKey().text(), group.write(wanted)),
                trustees, each.credentials())))
        .refusedAs(Reason.BAD_TRUSTEE_PROOF)
        .at("trustee 2");
  }

  @Test
  void cannotGiveTheElectionAnotherKeyThanTheirs() throws IOException {
    Made made = Made.in(folder).trustees(2).begin();
    var group = made.group();
    String other = group.write(group.power(group.g(), made.key(1)));
    Told.of(made.story()
        .changing(Story.Setup.class,
            each -> new Story.Setup(each.election().replace(made.election().publicKey().text(), other),
                each.trustees(), each.credentials())))
        .refusedAs(Reason.BAD_PUBLIC_KEY);
    String one = new Trustees(List.of(made.trustees().kinds().getFirst())).write();
    Told.of(made.story()
        .changing(Story.Setup.class, each -> new Story.Setup(each.election(), one, each.credentials())))
        .refusedAs(Reason.BAD_PUBLIC_KEY);
    Told.of(made.story()
        .changing(Story.Setup.class, each -> new Story.Setup(each.election(), "[]", each.credentials())))
        .refusedAs(Reason.MALFORMED);
  }

  private Told shuffled(Made made, ShuffleText shuffle) throws IOException {
    return Told.of(made.story().plus(new Story.Shuffled(1, shuffle.write())));
  }

  @Test
  void cannotExchangeDoubleOrReplaceARanking() throws IOException {
    Made made = ranked();
    List<List<Ciphertext>> before = made.keeper().state().tally().toShuffle(made.election());
    ShuffleText honest = ShuffleText.read(made.group(), before,
        made.shuffled().getBytes(StandardCharsets.UTF_8));
    shuffled(made, honest).is(Verdict.VALID_SO_FAR);
    List<Ciphertext> right = honest.ciphertexts().getFirst();
    var exchanged = new ArrayList<>(right);
    Collections.swap(exchanged, 0, 1);
    var doubled = new ArrayList<>(right);
    doubled.set(0, right.get(1));
    var replaced = new ArrayList<>(right);
    Ciphertext own = before.getFirst().getFirst();
    replaced.set(0, own);
    var opened = new ArrayList<>(right);
    opened.set(0, new Ciphertext(own.alpha(), Written.of(made.group(), made.group().ofInts(new int[]{1, 1, 1}))));
    for (List<Ciphertext> each : List.of(exchanged, doubled, replaced, opened, before.getFirst())) {
      shuffled(made, new ShuffleText(List.of(each), honest.proofs())).refusedAs(Reason.BAD_SHUFFLE);
    }
    for (List<Ciphertext> each : List.of(right.subList(0, 2), List.<Ciphertext>of())) {
      shuffled(made, new ShuffleText(List.of(each), honest.proofs())).refusedAs(Reason.BAD_SHUFFLE);
    }
    Told.of(made.story().plus(new Story.Shuffled(3, honest.write()))).refusedAs(Reason.WRONG_OWNER);
    Told.of(made.story().plus(new Story.Shuffled(0, honest.write()))).refusedAs(Reason.MALFORMED);
    Story once = made.story().plus(new Story.Shuffled(1, honest.write()));
    Told.of(once.plus(new Story.Shuffled(2, honest.write()))).refusedAs(Reason.BAD_SHUFFLE);
    Told.of(made.story().plus(new Story.EndShuffles())).refusedAs(Reason.WRONG_OWNER);
  }

  private static String oneBit(String text, Matcher number) {
    return text.substring(0, number.start()) + new java.math.BigInteger(number.group()).flipBit(0)
        + text.substring(number.end());
  }

  @Test
  void cannotProveAShuffleWithAnotherNumber() throws IOException {
    Made made = ranked();
    String honest = made.shuffled();
    Matcher numbers = NUMBER.matcher(honest);
    int changed = 0;
    while (numbers.find()) {
      Told.of(made.story().plus(new Story.Shuffled(1, oneBit(honest, numbers)))).refusedAs(Reason.BAD_SHUFFLE);
      changed++;
    }
    assertThat(changed).isGreaterThanOrEqualTo(9);
  }

  @Test
  void cannotDecryptSomethingElse() throws IOException {
    Made made = ranked().shuffle(1);
    Story story = made.story();
    PartialDecryption mine = read(made, made.part(1));
    Told.of(story.plus(new Story.Part(1, mine.write()))).is(Verdict.VALID_SO_FAR);
    for (PartialDecryption each : List.of(new PartialDecryption(mine.factors(), reversed(mine.proofs())),
        new PartialDecryption(reversed(mine.factors()), mine.proofs()),
        new PartialDecryption(reversed(mine.factors()), reversed(mine.proofs())), read(made, made.part(2)))) {
      Told.of(story.plus(new Story.Part(1, each.write()))).refusedAs(Reason.BAD_DECRYPTION_PROOF).at("trustee 1");
    }
    Told.of(story.plus(new Story.Part(3, mine.write()))).refusedAs(Reason.WRONG_OWNER);
    Story once = story.plus(new Story.Part(1, mine.write()));
    Told.of(once.plus(new Story.Part(1, mine.write()))).refusedAs(Reason.WRONG_OWNER);
    Told.of(once.plus(new Story.Part(1, made.part(1)))).refusedAs(Reason.WRONG_OWNER);
    Told.of(once.plus(new Story.Part(2, mine.write()))).refusedAs(Reason.UNREFERRED_DATA, Reason.BAD_DECRYPTION_PROOF);
  }

  private static PartialDecryption read(Made made, String text) {
    Tally tally = made.keeper().state().tally();
    return PartialDecryption.read(made.group(), tally, text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> List<List<T>> reversed(List<List<T>> lists) { return lists.stream().map(List::reversed).toList(); }

  @Test
  void cannotProveAPartWithAnotherNumber() throws IOException {
    Made made = ranked().shuffle(1);
    String honest = made.part(1);
    Matcher numbers = NUMBER.matcher(honest);
    int changed = 0;
    while (numbers.find()) {
      Told.of(made.story().plus(new Story.Part(1, oneBit(honest, numbers)))).refusedAs(Reason.BAD_DECRYPTION_PROOF);
      changed++;
    }
    assertThat(changed).isGreaterThanOrEqualTo(9);
  }

  /** What one trustee decrypted before another shuffled is nothing afterwards. */
  @Test
  void cannotDecryptWhatWasThereBeforeTheShuffle() throws IOException {
    Made made = ranked();
    String early = made.part(1);
    made.shuffle(1);
    Told.of(made.story().plus(new Story.Part(1, early))).refusedAs(Reason.BAD_DECRYPTION_PROOF);
  }

  @Test
  void cannotBeLeftOut() throws IOException {
    Made made = Made.in(folder)
        .trustees(2)
        .threshold(2, 3)
        .begin()
        .vote(1, new int[]{1, 0})
        .close()
        .decrypt(1, 2, 3, 5);
    made.count();
    Story story = made.story();
    Told.of(story).is(Verdict.VALID);
    for (int place : story.places(Story.Part.class)) {
      Told.of(story.without(place)).refusedAs(Reason.WRONG_OWNER);
    }
  }

  @Test
  void cannotPublishAnotherResult() throws IOException {
    Made made = ranked().shuffle(2).decrypt(1, 2).count();
    Story story = made.story();
    int place = story.steps().size() - 1;
    String right = ((Story.Result) story.steps().get(place)).text();
    String lists = right.replaceAll(".*?\\],", "").replace("]}", "");
    for (String sums : new String[]{"[1,2]", "[3,0]", "[4,1]", "[2,2]", "[0,0]", "[2]", "[2,1,0]",
        "[2," + made.group().q().add(java.math.BigInteger.ONE) + "]", "[2,18446744073709551617]", "[-1,1]", "[2,null]",
        "[\"2\",\"1 \"]", "[2.0,1]", "[\"02\",1]", "[[2,1]]"}) {
      Told.of(story.with(place, new Story.Result("{\"result\":[" + sums + "," + lists + "]}")))
          .refusedAs(Reason.FALSE_RESULT, Reason.MALFORMED, Reason.TOO_LARGE);
    }
    for (String other : new String[]{"[[1,2,3],[3,2,1],[9,9,8]]", "[[1,2,3],[3,2,1]]", "[[1,2,3],[1,2,3],[1,2,3]]",
        "[[1,2,3],[3,2,1],[9,9,265]]", "[[1,2],[3,2],[9,9]]"}) {
      Told.of(story.with(place, new Story.Result("{\"result\":[[2,1]," + other + "]}")))
          .refusedAs(Reason.FALSE_RESULT, Reason.MALFORMED);
    }
  }
}
