// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StatementLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What left by one person's word, and a second officer looks at afterwards. */
@ExtendWith(ProductExtension.class)
class SecondLooksTest {

  private static SecondLooks looks() { return Kitty.part(SecondLooks.class); }

  private static List<SecondLook> waiting(Kitty kitty) {
    return kitty.local().read(() -> looks().waiting(SecondLooks.MOST));
  }

  private static SecondLook of(Kitty kitty, UUID entry) {
    return waiting(kitty).stream().filter(each -> each.entry().equals(entry)).findFirst().orElseThrow();
  }

  private static Decided yes(Kitty kitty, UUID entry, Optional<UUID> decision) {
    UUID look = of(kitty, entry).id();
    return kitty.as(kitty.one(), () -> looks().yes(look, decision));
  }

  /** The rent is nobody's word alone once a rule took it, or the members decided on it. */
  @Test
  void whatARuleTookAndWhatMembersDecidedOnAddToNobodysWeek(FoundedLocal local) {
    var kitty = Kitty.with(local, 900_000);
    UUID rent = kitty.leaves(80_000, false);
    kitty.leaves(300, true);
    assertThat(waiting(kitty)).extracting(SecondLook::entry).containsExactly(rent);
    assertThat(yes(kitty, rent, Optional.empty())).isEqualTo(new Decided.NoAppropriation(80_000));
    UUID decision = kitty.appropriated(200_000);
    assertThat(yes(kitty, rent, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    UUID hall = kitty.leaves(60_000, true);
    assertThat(yes(kitty, hall, Optional.empty())).isEqualTo(new Decided.NoAppropriation(60_300));
    assertThat(yes(kitty, hall, Optional.of(decision))).isInstanceOf(Decided.Done.class);
    kitty.leaves(300, true);
    kitty.leaves(24_000, true);
    assertThat(waiting(kitty)).as("3 and 3 and 240 are within the limit of one person").isEmpty();
  }

  /** One officer's yes to one thing is no leave for the next. */
  @Test
  void whatGotAPlainYesKeepsCounting(FoundedLocal local) {
    var kitty = Kitty.with(local, 900_000);
    kitty.leaves(24_000, true);
    UUID second = kitty.leaves(2_000, true);
    assertThat(local.read(() -> looks().together(waiting(kitty)))).containsValue(26_000L);
    assertThat(yes(kitty, second, Optional.empty())).isInstanceOf(Decided.Done.class);
    UUID third = kitty.leaves(25_000, true);
    assertThat(yes(kitty, third, Optional.empty())).isEqualTo(new Decided.NoAppropriation(51_000));
  }

  /** The page asks for sums, limits and decisions once, however many wait. */
  @Test
  void manyThatWaitCostAPageNoMoreThanAFew(FoundedLocal local) {
    var kitty = Kitty.with(local, 9_000_000);
    kitty.appropriated(900_000);
    var officer = local.withPasskey(kitty.one()).visitor();
    String path = local.path("spending/looks");
    kitty.leaves(30_000, true);
    kitty.leaves(30_000, true);
    officer.get(path);
    var few = StatementLog.of(() -> officer.get(path));
    for (int i = 0; i < 30; i++) {
      kitty.leaves(30_000 + i, true);
    }
    var many = StatementLog.of(() -> officer.get(path));
    assertThat(many.answer().body()).contains("$300.29", "A van for the picket: $9,000 left");
    assertThat(many.statements()).hasSameSizeAs(few.statements());
  }

  /** A question to whoever keeps the money has its answer beside it; another question takes the answer away. */
  @Test
  void whoeverKeepsTheMoneyAnswersWhatAnOfficerAsks(FoundedLocal local) {
    var kitty = Kitty.with(local, 900_000);
    UUID look = of(kitty, kitty.leaves(31_000, true)).id();
    String path = local.path("spending/looks");
    var treasurer = local.withPasskey(kitty.treasurer()).visitor();
    var officer = local.withPasskey(kitty.one()).visitor();
    String answer = path + "/" + look + "/answer";
    treasurer.post(answer, "answer", "before anybody asked");
    assertThat(treasurer.get(path).body()).doesNotContain("before anybody asked", "/answer\"");
    officer.post(path + "/" + look + "/ask", "question", "For which house?");
    assertThat(treasurer.get(local.path("treasury")).body()).contains("Waits for you", "Somebody asks about one");
    assertThat(treasurer.get(path).body()).contains("For which house?", "/answer\"");
    assertThat(officer.get(path).body()).doesNotContain("/answer\"");
    assertThat(officer.post(answer, "answer", "I answer myself").status()).isEqualTo(403);
    assertThat(treasurer.post(answer, "answer", " ").body()).contains("answer-error");
    var tooLong = treasurer.post(answer, "answer", "<b>" + "x".repeat(500));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("&lt;b&gt;xxx").doesNotContain("<b>xxx");
    treasurer.post(answer, "answer", "For all three <houses>");
    assertThat(officer.get(path).body()).contains("For which house?", "For all three &lt;houses&gt;");
    assertThat(waiting(kitty)).extracting(SecondLook::state).containsExactly(SecondLook.State.OPEN);
    treasurer.post(answer, "answer", "twice");
    assertThat(officer.get(path).body()).doesNotContain("twice");
    officer.post(path + "/" + look + "/ask", "question", "And the bill?");
    assertThat(officer.get(path).body()).contains("And the bill?").doesNotContain("three &lt;houses&gt;");
    officer.post(path + "/" + look + "/yes");
    assertThat(waiting(kitty)).isEmpty();
  }
}
