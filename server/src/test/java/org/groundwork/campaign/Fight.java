// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * An open campaign of a local of its own, with a building of 24 homes behind it.
 *
 * @param site named "17 Quillfeather Row"
 */
record Fight(FoundedLocal local, UUID id, UUID site, UUID target) {
  static final String PLACE = "17 Quillfeather Row";
  static final String TITLE = "Zebra rise";
  static final String DEMAND = "Withdraw the zebra rise";
  static final String MEASURE = "A letter to every stable";

  /** One in which so many of the 24 homes are known. */
  static Fight with(FoundedLocal local, int known) {
    var product = Product.shared();
    UUID site = building(local, PLACE, known);
    UUID target = local.write(() -> product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Quenby Ostrander"), Optional.of("17 Quill LLC"), Optional.empty()));
    UUID id = local.write(() -> {
      var campaigns = product.bean(Campaigns.class);
      UUID made = campaigns.draft(TITLE, target, Optional.of(site), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand(DEMAND, MEASURE, today().plusDays(40))));
      campaigns.plan(made, List.of(new Campaigns.NewStep("A letter of ours", OptionalInt.of(16)),
          new Campaigns.NewStep("We take it there", OptionalInt.empty())));
      campaigns.open(made);
      return made;
    });
    return new Fight(local, id, site, target);
  }

  /** A building of 24 homes in which the first {@code known} have somebody known, called Neighbour and a number. */
  static UUID building(FoundedLocal local, String name, int known) {
    var product = Product.shared();
    return local.write(() -> {
      UUID site = product.bean(Sites.class).add(SiteKind.BUILDING, name, Optional.empty());
      product.bean(Sites.class).layOut(site, Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
      UUID set = product.bean(ChangeSets.class).open("test");
      var units = product.bean(Sites.class).units(site);
      for (int at = 0; at < known; at++) {
        UUID person = product.bean(People.class)
            .addContact(set, new People.Known("Neighbour " + at, Optional.empty(), Optional.empty(), ""));
        product.bean(People.class).place(set, person, site, Optional.of(units.get(at).id()), false);
      }
      return site;
    });
  }

  /** The day where the local is, which is not always that of the server. */
  static LocalDate today() {
    return LocalDate.now(Product.shared().clock().withZone(ZoneId.of("America/New_York")));
  }

  /** The founder, who runs the whole local's campaigns, in a browser of their own. */
  Visitor organiser() {
    return local.withPasskey(local.founder()).visitor();
  }

  String path(String rest) { return local.path("campaigns/" + id + (rest.isEmpty() ? "" : "/" + rest)); }

  Campaign now() { return local.read(() -> Product.shared().bean(Campaigns.class).byId(id)).orElseThrow(); }

  /** Decides as the pages let one: looks, ticks the boxes, looks again, confirms. */
  Page decide(Visitor by, String... extra) {
    var look = new ArrayList<>(List.of(extra));
    look.addAll(List.of("act", "look"));
    String print = print(by.post(path("public"), look.toArray(String[]::new)));
    var fields = new ArrayList<>(List.of(extra));
    fields.addAll(List.of("act", "decide", "print", print, "decided", "The meeting in the yard, 14 to 2", "on",
        today().minusDays(1).toString(), "word", "public"));
    return by.post(path("public"), fields.toArray(String[]::new));
  }

  /** The print of the page that was shown, as its form carries it. */
  static String print(Page page) {
    return page.body().replaceAll("(?s).*name=\"print\" value=\"([0-9a-f]+)\".*", "$1");
  }

  /** The address of the public page, as the story shows it. */
  String publicPath() {
    String handle = local.handle();
    return organiser().get(path("")).body().replaceAll("(?s).*href=\"(/p/" + handle + "/[0-9a-z]+)\".*", "$1");
  }
}
