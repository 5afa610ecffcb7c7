// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FakeStripe;
import org.groundwork.support.FakeStripe.Trouble;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payments by card as treasurers and members see them. */
@ExtendWith(ProductExtension.class)
class CardPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

  private static <T> T part(Class<T> type) { return CardLocal.part(type); }

  private static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Visitor treasurer(FoundedLocal local) {
    return local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor();
  }

  @Test
  void isSetUpStepByStepAndItsKeysAreNeverShown(FoundedLocal local) {
    var treasurer = treasurer(local);
    String setup = local.path("card-payments/setup");
    assertThat(treasurer.get(setup).body()).contains("The books are opened.", "A key is entered.");
    CardLocal.openBooks(local, "USD");
    var stripe = FakeStripe.shared().account("USD");
    assertThat(treasurer.follow(local.path("card-payments")).body()).as("nothing is promised that cannot be done yet")
        .contains("Set it up", "Nobody can pay by card yet")
        .doesNotContain("Members can pay");
    for (String bad : List.of("", "nonsense", "pk_test_12345678901", "sk_test_", "sk_live_!!!!!!!!!",
        "x".repeat(300))) {
      Page refused = treasurer.post(setup, "key", bad, "description", "Kept <b>words</b>");
      assertThat(refused.status()).as(bad).isEqualTo(422);
      assertThat(refused.body()).contains("error-summary", "Kept &lt;b>words").doesNotContain("<b>words");
    }
    Page unknown = treasurer.post(setup, "key", "sk_test_unknown00001", "description", "Contribution");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("Stripe does not know this key").doesNotContain("sk_test_unknown00001");
    stripe.troubles().always(Trouble.ERROR_500);
    assertThat(treasurer.post(setup, "key", stripe.key(), "description", "Contribution").body())
        .contains("Stripe does not answer just now")
        .doesNotContain(stripe.key());
    stripe.troubles().over();
    assertThat(treasurer.post(setup + "/signature", "signature", CardLocal.SIGNS).status()).isEqualTo(422);
    assertThat(treasurer.post(setup, "key", stripe.key(), "description", "Contribution").location())
        .hasValue(setup + "?done=key");
    Page shown = treasurer.get(setup);
    assertThat(shown.body()).contains("Room 12", "ROOM 12", stripe.id(),
        "Real money", "/hooks/cards/" + local.handle(), "checkout.session.completed", "The signing secret is entered.",
        stripe.key().substring(stripe.key().length() - 4)).doesNotContain(stripe.key(), "Offer it to members");
    assertThat(treasurer.post(setup + "/on").location()).hasValue(setup);
    assertThat(treasurer.post(setup + "/signature", "signature", "whsec_").body()).contains("begins with whsec_");
    assertThat(treasurer.post(setup + "/signature", "signature", CardLocal.SIGNS).location())
        .hasValue(setup + "?done=signed");
    stripe.takes(false);
    treasurer.post(setup + "/try");
    assertThat(treasurer.get(setup).body()).contains("it may ask for papers first")
        .doesNotContain("Offer it to members");
    stripe.takes(true);
    assertThat(treasurer.follow(treasurer.post(setup + "/try")).body()).contains("Stripe answered.",
        "Offer it to members");
    assertThat(treasurer.follow(treasurer.post(setup + "/on")).body()).contains("Members can pay by card now.");
    assertThat(treasurer.follow(treasurer.post(setup, "key", "", "description", "Something neutral")).body())
        .contains("value=\"Something neutral\"");
    var spanish = treasurer.twin().speaking("es");
    assertThat(spanish.get(setup).body()).contains("La cuenta en Stripe", "Dinero real");
    stripe.troubles().always(Trouble.REVOKED);
    assertThat(treasurer.follow(treasurer.post(setup + "/try")).body()).contains("Stripe does not know this key")
        .doesNotContain("secret-of-the-test");
    stripe.troubles().over();
    treasurer.post(setup + "/off");
    assertThat(treasurer.follow(treasurer.post(setup + "/remove")).body()).contains("The key is deleted.");
    assertThat(local.read(() -> part(CardAccounts.class).find())).isEmpty();
  }

  @Test
  void anAccountInOtherMoneyIsNotOffered(FoundedLocal local) {
    CardLocal.openBooks(local, "USD");
    var treasurer = treasurer(local);
    var stripe = FakeStripe.shared().account("EUR");
    treasurer.post(local.path("card-payments/setup"), "key", stripe.key(), "description", "Contribution");
    treasurer.post(local.path("card-payments/setup/signature"), "signature", CardLocal.SIGNS);
    treasurer.post(local.path("card-payments/setup/on"));
    assertThat(treasurer.get(local.path("card-payments/setup")).body()).contains("keeps the same money as the books");
    assertThat(local.read(() -> part(CardAccounts.class).find()).orElseThrow().on()).isFalse();
  }

  @Test
  void theKeyOfAnotherAccountIsRefusedWhileSomethingRuns(FoundedLocal local) {
    var here = CardLocal.of(local);
    here.dues(here.member(), 1_000);
    var other = FakeStripe.shared().account("USD");
    var treasurer = treasurer(local);
    assertThat(
        treasurer.post(local.path("card-payments/setup"), "key", other.key(), "description", "Contribution").body())
        .contains("of another account or mode");
    assertThat(treasurer.follow(treasurer.post(local.path("card-payments/setup/remove"))).body())
        .contains("Something is open or repeats.");
    assertThat(here.account().id()).isEqualTo(here.stripe.id());
    String rolled = here.stripe.key() + "rolled";
    FakeStripe.shared().alsoKnows(rolled, here.stripe);
    assertThat(
        treasurer.post(local.path("card-payments/setup"), "key", rolled, "description", "Contribution").location())
        .hasValue(local.path("card-payments/setup?done=key"));
    assertThat(here.account().on()).isTrue();
  }

  @Test
  void aMemberPaysOnceHoweverOftenTheyClick(FoundedLocal local) {
    var here = CardLocal.of(local);
    var member = local.person(Role.MEMBER).visitor();
    assertThat(member.get(local.path("dues")).status()).isEqualTo(200);
    String once = once(member.get(local.path("card-payments/me")));
    Page sent = member.post(local.path("card-payments/me"), "once", once, "what", "other", "amount", "25.00");
    assertThat(sent.location()).hasValue(local.path("card-payments/me/" + once));
    member.post(local.path("card-payments/me"), "once", once, "what", "other", "amount", "25.00");
    assertThat(here.stripe.made("checkout.session")).isEqualTo(1);
    Page open = member.get(local.path("card-payments/me/" + once));
    assertThat(open.body()).contains("Waiting for Stripe", "Go on to Stripe",
        "href=\"https://checkout.stripe.com/c/pay/");
    here.stripe.pay(here.stripe.first("checkout.session"));
    assertThat(member.get(local.path("card-payments/me/" + once)).body()).contains("Waiting for Stripe");
    member.post(local.path("card-payments/me/" + once + "/look"));
    assertThat(member.get(local.path("card-payments/me/" + once)).body())
        .contains("It is in the books.", "$25", "receipt")
        .doesNotContain("Go on to Stripe");
    assertThat(here.balance(UsedFor.PAID_AHEAD)).isEqualTo(-2_500);
  }

  @Test
  void whatIsDueIsPaidFromThePageOfDues(FoundedLocal local) {
    var here = CardLocal.of(local);
    var person = local.person(Role.MEMBER);
    LocalDate period = CardLocal.today().withDayOfMonth(1);
    local.write(() -> {
      UUID plan = part(Plans.class).begin(new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.INCOME, 14, 30, "",
          List.of(new Plans.Bracket(Optional.empty(), "All", new Rate.Amount(2_000), true)), List.of()));
      return part(Runs.class).start(part(Plans.class).find(plan).orElseThrow(), period);
    });
    CardLocal.await(() -> !local.read(() -> part(Charges.class).open(person.id())).isEmpty());
    var member = person.visitor();
    assertThat(member.get(local.path("dues")).body()).contains("Pay by card", local.path("card-payments/me"));
    Page form = member.get(local.path("card-payments/me"));
    assertThat(form.body()).contains("What is due now: $20");
    member.post(local.path("card-payments/me"), "once", once(form), "what", "due", "amount", "");
    here.stripe.pay(here.stripe.first("checkout.session"));
    here.hear();
    assertThat(local.read(() -> part(Charges.class).open(person.id()))).isEmpty();
    assertThat(member.get(local.path("dues")).body()).contains("$20", "By card");
    assertThat(here.faults()).isEmpty();
  }

  @Test
  void aMemberPaysEachMonthUntilTheyStop(FoundedLocal local) {
    var here = CardLocal.of(local);
    var member = local.person(Role.MEMBER).visitor();
    String once = once(member.get(local.path("card-payments/me")));
    member.post(local.path("card-payments/me"), "once", once, "what", "month", "amount", "10");
    here.stripe.pay(here.stripe.first("checkout.session"));
    member.post(local.path("card-payments/me/" + once + "/look"));
    Page mine = member.get(local.path("card-payments/me"));
    assertThat(mine.body()).contains("$10 each month", "Paid by itself", "Stop it").doesNotContain("what-month");
    var treasurer = treasurer(local);
    assertThat(treasurer.get(local.path("card-payments")).body()).contains("$10 each month", "Somebody");
    member.post(local.path("card-payments/me/" + once + "/stop"));
    assertThat(member.get(local.path("card-payments/me/" + once)).body()).contains("Stopped");
    assertThat(here.stripe.said(here.stripe.first("subscription"), "status")).isEqualTo("canceled");
    assertThat(treasurer.get(local.path("card-payments")).body()).contains("Nobody pays again and again");
  }

  @Test
  void whatIsTypedWrongIsKeptAndSaid(FoundedLocal local) {
    CardLocal.of(local);
    var member = local.person(Role.MEMBER).visitor();
    String once = once(member.get(local.path("card-payments/me")));
    for (String bad : List.of("", "0", "-5", "1.0055", "much", "9999999999", "1e3", "<b>5")) {
      Page refused = member.post(local.path("card-payments/me"), "once", once, "what", "other", "amount", bad);
      assertThat(refused.status()).as(bad).isEqualTo(422);
      assertThat(refused.body()).as(bad).contains("error-summary").doesNotContain("<b>5");
    }
    assertThat(member.post(local.path("card-payments/me"), "once", once, "what", "due", "amount", "").body())
        .contains("Nothing is due now");
    assertThat(member.post(local.path("card-payments/me"), "once", once, "what", "weekly", "amount", "5").body())
        .contains("Choose what you want to pay.");
    assertThat(member.post(local.path("card-payments/me"), "once", "x", "what", "other", "amount", "5").status())
        .isEqualTo(404);
    assertThat(local.read(() -> part(CardIntents.class).underWay())).isZero();
  }

  @Test
  void whileStripeIsDownTheMemberIsToldAndTriesAgain(FoundedLocal local) {
    var here = CardLocal.of(local);
    var member = local.person(Role.MEMBER).visitor();
    String once = once(member.get(local.path("card-payments/me")));
    here.stripe.troubles().always(Trouble.HANG_UP_AFTER);
    Page told = member
        .follow(member.post(local.path("card-payments/me"), "once", once, "what", "other", "amount", "5"));
    assertThat(told.body()).contains("Stripe does not answer just now.", "nothing is paid twice", "Try again");
    var treasurer = treasurer(local);
    assertThat(treasurer.get(local.path("card-payments")).body()).contains("Stripe does not answer just now.");
    assertThat(treasurer.get(local.path("")).body()).contains("Payments by card wait");
    here.stripe.troubles().over();
    assertThat(member.follow(member.post(local.path("card-payments/me/" + once + "/again"))).body())
        .contains("Go on to Stripe");
    assertThat(here.stripe.made("checkout.session")).isEqualTo(1);
    assertThat(treasurer.get(local.path("card-payments")).body()).doesNotContain("Stripe does not answer just now.");
    member.post(local.path("card-payments/me/" + once + "/let-go"));
    assertThat(member.get(local.path("card-payments/me/" + once)).body()).contains("Nothing was paid");
  }

  @Test
  void nobodySeesOrChangesWhatIsSomebodyElses(FoundedLocal local, FoundedLocal other) {
    var here = CardLocal.of(local);
    UUID intent = here.begun(here.member(), CardIntent.Kind.DUES, 0, 1_000);
    here.opened(intent);
    var member = local.person(Role.MEMBER, Role.STEWARD).visitor();
    member.get(local.path("card-payments/me"));
    assertThat(member.get(local.path("card-payments/me/" + intent)).status()).isEqualTo(404);
    for (String what : List.of("again", "look", "let-go", "stop")) {
      assertThat(member.post(local.path("card-payments/me/" + intent + "/" + what)).status()).as(what).isEqualTo(404);
    }
    assertThat(
        member.post(local.path("card-payments/me"), "once", intent.toString(), "what", "other", "amount", "5").status())
        .isEqualTo(404);
    for (String path : List.of("card-payments", "card-payments/setup")) {
      assertThat(member.get(local.path(path)).status()).as(path).isEqualTo(403);
    }
    for (String path : List.of("card-payments/setup", "card-payments/setup/on", "card-payments/setup/off",
        "card-payments/setup/try",
        "card-payments/setup/remove",
        "card-payments/setup/signature", "card-payments/ask", "card-payments/repeating/" + intent + "/stop",
        "card-payments/payments/" + intent + "/dealt",
        "card-payments/payments/" + intent + "/again")) {
      assertThat(member.post(local.path(path), "key", "x").status()).as(path).isEqualTo(403);
    }
    var theirs = treasurer(other);
    theirs.get(other.path("card-payments/setup"));
    CardLocal.of(other);
    assertThat(theirs.post(other.path("card-payments/repeating/" + intent + "/stop")).status()).isEqualTo(404);
    assertThat(theirs.get(other.path("card-payments/me/" + intent)).status()).isEqualTo(404);
    assertThat(theirs.post(other.path("card-payments/payments/" + intent + "/again")).status()).isEqualTo(404);
    assertThat(theirs.post(other.path("card-payments/payments/" + intent + "/dealt")).status()).isEqualTo(404);
    assertThat(here.find(intent).state()).isEqualTo(CardIntent.State.OPEN);
  }

  @Test
  void whatTheBooksCannotTakeIsDealtWith(FoundedLocal local) {
    var here = CardLocal.of(local);
    var treasurer = treasurer(local);
    UUID member = here.member();
    String paid = here.stripe.pay(here.dues(member, 5_000));
    here.hear();
    local.write(() -> { // of somebody who is not forgotten a part goes back by itself
      Product.shared().beans(PersonForgotten.class).values().forEach(each -> each.forget(member));
      return true;
    });
    here.stripe.pay(here.dues(here.member(), 800), 800, "eur");
    here.stripe.refund(paid, 1_000);
    here.hear();
    Page page = treasurer.get(local.path("card-payments"));
    assertThat(page.body()).contains("$10 of it was paid back at Stripe", "It is in other money than the books",
        "800 EUR", paid);
    assertThat(treasurer.get(local.path("")).body()).contains("2 payments by card have to be dealt with");
    for (CardPayment each : local.read(() -> part(CardPayments.class).waiting())) {
      String what = each.state() == CardPayment.State.ASIDE ? "again" : "dealt";
      assertThat(treasurer.post(local.path("card-payments/payments/" + each.id() + "/" + what)).status())
          .isEqualTo(303);
    }
    assertThat(treasurer.get(local.path("card-payments")).body()).doesNotContain("$10 of it was paid back")
        .contains("It is in other money than the books");
    Page asked = treasurer.post(local.path("card-payments/ask"), "once", once(page));
    assertThat(asked.location()).hasValueSatisfying(to -> assertThat(to).startsWith(local.path("jobs/")));
    CardLocal.await(() -> here.account().balanceAt().isPresent());
    assertThat(treasurer.get(local.path("card-payments")).body()).contains("Difference",
        "move between our own accounts");
  }
}
