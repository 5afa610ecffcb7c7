// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.StepKind;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who says that somebody took it is offered a report that is begun; whether they send it stands nowhere in the fund. */
@ExtendWith(ProductExtension.class)
class TakenOfferTest {
  private static final String WORDS = "Zebra \"took\" <script>alert(1)</script> it";

  private static String begun(AidLocal aid) { return "/r/" + aid.local().handle() + "/report/begun"; }

  private static UUID place(AidLocal aid, FoundedLocal.Person person, SiteKind kind, String name) {
    return aid.local().write(() -> {
      UUID site = AidLocal.part(Sites.class).add(kind, name, Optional.empty());
      UUID set = AidLocal.part(ChangeSets.class).open("test");
      AidLocal.part(People.class).place(set, person.id(), site, Optional.empty(), false);
      return site;
    });
  }

  private static String hidden(Page page, String name) {
    var found = java.util.regex.Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\">")
        .matcher(page.body());
    assertThat(found.find()).as(name + " in " + page.body()).isTrue();
    return found.group(1);
  }

  private static Page mine(AidLocal aid, Visitor visitor, UUID request) {
    return visitor.get(aid.path("/mine/" + request));
  }

  @Test
  void theReportIsBegunWithKindAmountAndPlaceAndWithoutTheWords(FoundedLocal local) {
    var aid = AidLocal.of(local);
    local.write(() -> AidLocal.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update platform.local_profile set currency = 'EUR' where local_id = ?")
        .param(local.id().value())
        .update());
    var member = aid.member();
    place(aid, member, SiteKind.WORKPLACE, "Quill Laundry");
    place(aid, member, SiteKind.BUILDING, "12 Elm Street");
    var visitor = member.visitor();
    UUID request = AidLocal.led(aid.ask(visitor, "amount", "120.50", "taken", "wages", "words", WORDS));
    Page mine = mine(aid, visitor, request);
    assertThat(mine.body()).contains("Quill Laundry", "Pay the wages owed", "name=\"told\"")
        .doesNotContain("12 Elm Street", "name=\"told\" value=\"Zebra\" checked");
    assertThat(hidden(mine, "kind")).isEqualTo("wage-theft");
    assertThat(hidden(mine, "amount")).isEqualTo("120.50");

    Page report = visitor.post(begun(aid), "kind", hidden(mine, "kind"), "amount", hidden(mine, "amount"), "place",
        "Quill Laundry");
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body())
        .contains("value=\"wage-theft\" checked", "value=\"120.50\"", "value=\"Quill Laundry\"")
        .doesNotContain("Zebra", request.toString());
    assertThat(visitor.post(begun(aid), "kind", "wage-theft", "told", WORDS).body())
        .as("ticked: the words come along")
        .contains("Zebra", "&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void whetherItWasReportedStandsNowhereInTheFund(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    place(aid, member, SiteKind.WORKPLACE, "Quill Laundry");
    var visitor = member.visitor();
    UUID request = AidLocal.led(aid.ask(visitor, "taken", "hours"));
    var committee = local.withPasskey(aid.committee().getFirst()).visitor();
    String before = unmarked(mine(aid, visitor, request));
    String seen = unmarked(committee.get(aid.path("/requests/" + request)));
    Page begun = visitor.post(begun(aid), "kind", "hours-taken", "amount", "120", "place", "Quill Laundry");
    Page sent = visitor.post("/r/" + local.handle() + "/report", "once", hidden(begun, "once"), "kind", "hours-taken",
        "told", "They cut my shifts", "place", "Quill Laundry", "register", "none", "amount", "120");
    assertThat(sent.body()).contains("/follow-up/");
    assertThat(local.read(() -> AidLocal.part(Grievances.class).newest(5))).singleElement().satisfies(report -> {
      assertThat(report.kind()).isEqualTo(GrievanceKind.HOURS_TAKEN);
      assertThat(report.person()).as("a report names nobody who did not say so").isEmpty();
    });
    assertThat(unmarked(mine(aid, visitor, request))).isEqualTo(before);
    assertThat(unmarked(committee.get(aid.path("/requests/" + request)))).isEqualTo(seen);
  }

  /** A page without what differs each time it is shown. */
  private static String unmarked(Page page) {
    assertThat(page.status()).isEqualTo(200);
    return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("nonce=\"[^\"]*\"", "");
  }

  @Test
  void ofSeveralPlacesOneIsChosenAndWhatIsFoughtThereIsShown(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var member = aid.member();
    place(aid, member, SiteKind.BUILDING, "12 Elm Street");
    UUID site = place(aid, member, SiteKind.WORKPLACE, "Quill Laundry");
    local.write(() -> {
      UUID target = AidLocal.part(Targets.class)
          .name(TargetKind.EMPLOYER, Optional.of("Quenby"), Optional.empty(), Optional.empty());
      var campaigns = AidLocal.part(Campaigns.class);
      UUID open = campaigns.draft("No fees at Quill", target, Optional.of(site), Optional.empty());
      LocalDate due = AidLocal.today().plusDays(40);
      campaigns.ask(open, List.of(new Campaigns.NewDemand("Give the fee back", "A letter", due)));
      campaigns.plan(open, List.of(new Campaigns.NewStep("We write", OptionalInt.empty(), StepKind.PETITION),
          new Campaigns.NewStep("We talk", OptionalInt.empty())));
      campaigns.open(open);
      UUID draft = campaigns.draft("Secret draft", target, Optional.of(site), Optional.empty());
      campaigns.ask(draft, List.of(new Campaigns.NewDemand("Nobody knows", "A letter", due)));
      return open;
    });
    var visitor = member.visitor();
    UUID request = AidLocal.led(aid.ask(visitor, "taken", "fee"));
    assertThat(mine(aid, visitor, request).body())
        .contains("Where was it?", "12 Elm Street", "Quill Laundry", "No fees at Quill", "Give the fee back",
            "value=\"illegal-fee\"")
        .doesNotContain("Secret draft", "Nobody knows", "What could be demanded");
  }

  @Test
  void nothingIsOfferedWhereNobodyTookItOrItIsNotTheirs(FoundedLocal local) {
    var aid = AidLocal.of(local);
    var visitor = aid.member().visitor();
    UUID none = AidLocal.led(aid.ask(visitor));
    assertThat(mine(aid, visitor, none).body()).doesNotContain("report/begun");
    visitor.post(aid.path("/mine/" + none + "/withdraw"));
    UUID taken = AidLocal.led(aid.ask(visitor, "taken", "deposit"));
    assertThat(mine(aid, visitor, taken).body()).contains("report/begun", "Give", "deposit-theft");
    assertThat(mine(aid, local.withPasskey(local.person(Role.MEMBER, Role.TREASURER)).visitor(), taken).status())
        .isEqualTo(404);
    visitor.post(aid.path("/mine/" + taken + "/withdraw"));
    assertThat(mine(aid, visitor, taken).body()).doesNotContain("report/begun");
    assertThat(visitor.post("/r/0123456789/report/begun", "kind", "fees").status()).isEqualTo(404);
  }
}
