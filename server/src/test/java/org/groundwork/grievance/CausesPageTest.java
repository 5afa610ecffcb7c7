// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people share: numbers with their rows, and whom to talk to next. */
@ExtendWith(ProductExtension.class)
class CausesPageTest {
  private static final Pattern ROW = Pattern.compile("/grievances/([0-9a-f-]{36})\"");

  @BeforeAll
  static void register(Product product) throws Exception { SmallRegister.load(product); }

  private static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  private static UUID report(FoundedLocal local, String register, Optional<UUID> person) {
    return local.write(() -> part(Grievances.class).report(new NewGrievance(GrievanceKind.FEES, person,
        Optional.empty(), Optional.of(register), "", Optional.empty(),
        Optional.of(new Money(2_500, Currency.getInstance("USD"))), "told", "", Locale.ENGLISH,
        person.isPresent() ? NewGrievance.CameBy.ORGANISER : NewGrievance.CameBy.FORM), Optional.empty()));
  }

  private static UUID contact(FoundedLocal local, UUID site, String name, boolean bossSide) {
    return local.write(() -> {
      UUID set = part(ChangeSets.class).open("test");
      UUID person = part(People.class).addContact(set, new People.Known(name, Optional.empty(), Optional.empty(), ""));
      part(People.class).place(set, person, site, Optional.empty(), bossSide);
      return person;
    });
  }

  private static Set<UUID> rows(FoundedLocal local, String query) {
    var rows = new HashSet<UUID>();
    ROW.matcher(local.founder().visitor().get(local.path("grievances?" + query)).body())
        .results()
        .forEach(row -> rows.add(UUID.fromString(row.group(1))));
    return rows;
  }

  @Test
  void showsEachNumberWithItsRowsAndWhomToTalkToNext(Product product, FoundedLocal local) {
    UUID site = local.write(() -> part(Sites.class).add(SiteKind.BUILDING, "22 Probe Road", Optional.of("tst:2")));
    contact(local, site, "Juana Unasked", false);
    contact(local, site, "Hasper Super", true);
    UUID asked = contact(local, site, "Maria Asked", false);
    UUID spoken = report(local, "tst:2", Optional.of(asked));
    UUID member = report(local, "tst:1", Optional.of(local.founder().id()));
    UUID waiting = report(local, "tst:1", Optional.empty());
    UUID old = report(local, "tst:2", Optional.empty());
    UUID stranger = report(local, "tst:3", Optional.empty());
    local.write(() -> part(JdbcClient.class)
        .sql("update grievance.grievance set reported_on = reported_on - 60 where local_id = ? and id = ?")
        .params(local.id().value(), old)
        .update());
    String network = PublicForm.byId(local, spoken).network().orElseThrow();
    String page = local.founder().visitor().get(local.path("causes/fees?network=" + network)).body();
    assertThat(page).contains("<b>2</b> of 4 people spoken with", "<b>2</b> nobody has spoken with yet",
        "<b>2</b> of 2 places", "<b>1</b> of 4 are members", "<b>3</b> new in 30 days", "$100");
    assertThat(page).contains("Juana Unasked").doesNotContain("Hasper Super", "Maria Asked");
    assertThat(page.indexOf(old.toString())).as("who waits longest comes first")
        .isPositive()
        .isLessThan(page.indexOf(waiting.toString()));
    assertThat(page.split("button--next", -1)).hasSize(2);
    String of = "kind=fees&network=" + network + "&state=";
    assertThat(page).contains("kind=fees&amp;network=tst%3A1&amp;state=spoken");
    assertThat(rows(local, of + "spoken")).containsExactlyInAnyOrder(spoken, member);
    assertThat(rows(local, of + "waiting")).containsExactlyInAnyOrder(waiting, old);
    assertThat(rows(local, of + "counted")).containsExactlyInAnyOrder(spoken, member, waiting, old);
    assertThat(rows(local, of + "counted&of=members")).containsExactly(member);
    assertThat(rows(local, of + "counted&of=month")).containsExactlyInAnyOrder(spoken, member, waiting);
    assertThat(rows(local, "state=waiting")).contains(stranger);
    assertThat(local.founder().visitor().get(local.path("causes")).body()).contains("state=spoken\">2</a>");
  }

  @Test
  void pagesThroughManyReportsWithoutLosingOne(FoundedLocal local) {
    var all = new HashSet<UUID>();
    for (int at = 0; at < Reports.PAGE + 12; at++) {
      all.add(report(local, "tst:3", Optional.empty()));
    }
    var seen = new HashSet<UUID>();
    String path = local.path("grievances");
    for (int page = 0; page < 3 && !path.isEmpty(); page++) {
      String body = local.founder().visitor().get(path).body();
      ROW.matcher(body).results().forEach(row -> seen.add(UUID.fromString(row.group(1))));
      var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void asksNothingOfAnAddressThatCannotBeRead(FoundedLocal local) {
    report(local, "tst:1", Optional.empty());
    String hostile = "%3Cscript%3Ealert(1)%3C/script%3E";
    var page = local.founder()
        .visitor()
        .get(local.path("grievances?state=" + hostile + "&kind=" + hostile
            + "&network=" + hostile + "&of=" + hostile + "&after=" + hostile));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @Test
  void keepsCausesForThoseWhoSeeTheWholeLocal(FoundedLocal local, FoundedLocal other) {
    UUID id = report(local, "tst:1", Optional.empty());
    String network = PublicForm.byId(local, id).network().orElseThrow();
    var here = local.withPasskey(local.person(new Reach.Sites(Set.of(UUID.randomUUID())), Role.ORGANISER)).visitor();
    assertThat(here.get(local.path("causes")).status()).isEqualTo(403);
    assertThat(here.get(local.path("causes/fees?network=" + network)).status()).isEqualTo(403);
    assertThat(here.get(local.path("grievances?state=counted")).body()).doesNotContain(id.toString());
    assertThat(other.founder().visitor().get(other.path("causes/fees?network=" + network)).status()).isEqualTo(404);
    assertThat(other.founder().visitor().get(other.path("grievances?state=counted")).body())
        .doesNotContain(id.toString());
  }
}
