// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.action.Calendars;
import org.groundwork.action.Invitations;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Closing;
import org.groundwork.campaign.PublicFace;
import org.groundwork.campaign.Publicity;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Applications;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.target.RegisterImport;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;

/**
 * A local in which people organise: first only its form to join is open, then there is a site, people, reports and
 * campaigns in every state that is not public.
 */
final class QuietLocal {
  static final String PLACE = "4711 QUILLFEATHER ROW";
  static final String NEXT_DOOR = "4713 QUILLFEATHER ROW";
  private static final String CSV = """
      bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,evictions,rsunits2007,rsunits2017,lat,lng
      71,71,4711,QUILLFEATHER ROW,09971,INVENTED,71,2026-01-15,2026-12-31,QUILLFEATHER A LLC,71 HOLDER PLAZA 4 09999,HeadOfficer=OSTRANDER QUENBY,0,0,60,1960,,,,,
      72,72,4713,QUILLFEATHER ROW,09971,INVENTED,72,2026-01-15,2026-12-31,QUILLFEATHER B LLC,71 HOLDER PLAZA 4 09999,HeadOfficer=OSTRANDER QUENBY,0,0,60,1961,,,,,
      """;
  private final Product product;
  private final FoundedLocal local;
  private final Map<String, String> secrets = new HashMap<>();

  QuietLocal(Product product) throws Exception {
    this.product = product;
    Tenancy.inInstallation(() -> product.bean(RegisterImport.class)
        .run("qct", "A register with quiet places", Mapping.of("hpd-buildings"),
            List.of(new Source("quiet.csv", () -> new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))),
            rows -> {}));
    local = product.found("Wolframine Founder");
    local.write(() -> {
      product.bean(Applications.class).setOpen(true);
      return true;
    });
    secrets.put("the local's identity", local.id().toString());
    secrets.put("a person", local.founder().id().toString());
    secrets.put("the founder", "Wolframine");
  }

  String handle() { return local.handle(); }

  /** What nobody outside may learn, by what it is; without the place, which a public register has too. */
  Map<String, String> secrets() {
    return Map.copyOf(secrets);
  }

  /** People begin to organise. */
  void organise() {
    UUID site = local.write(this::site);
    local.write(() -> reports(site));
    UUID target = local.write(() -> product.bean(Targets.class)
        .name(TargetKind.LANDLORD, Optional.of("Thaddea Brockenhurst"), Optional.of("Mauvebrick Holdings"),
            Optional.of("qct:71")));
    secrets.put("a target", "Brockenhurst");
    secrets.put("a firm", "Mauvebrick");
    secrets.put("a target's identity", target.toString());
    local.write(() -> campaign(site, target, "Unhatched", false));
    UUID quiet = local.write(() -> campaign(site, target, "Whispered", true));
    local.write(() -> action(site, quiet));
    UUID ended = local.write(() -> campaign(site, target, "Finished", true));
    local.write(() -> end(ended));
    UUID back = local.write(() -> campaign(site, target, "Withdrawn", true));
    local.write(() -> publish(back));
    secrets.put("an old page", local.read(() -> product.bean(Publicity.class).inForce(back)).orElseThrow().page());
    local.write(() -> product.bean(Publicity.class).takeBack(back));
  }

  private UUID site() {
    UUID site = product.bean(Sites.class).add(SiteKind.BUILDING, PLACE, Optional.of("qct:71"));
    product.bean(Sites.class).layOut(site, Layout.ofHomes(1, 3, List.of("A", "B")));
    UUID set = product.bean(ChangeSets.class).open("test");
    for (var unit : product.bean(Sites.class).units(site)) {
      UUID person = product.bean(People.class)
          .addContact(set,
              new People.Known("Xiomara " + unit.label(), Optional.of("+1 555 0199 71"), Optional.empty(), ""));
      product.bean(People.class).place(set, person, site, Optional.of(unit.id()), false);
      secrets.put("a person's identity at " + unit.label(), person.toString());
    }
    secrets.put("a person's name", "Xiomara");
    secrets.put("a person's phone", "555019971");
    secrets.put("a site's identity", site.toString());
    return site;
  }

  private boolean reports(UUID site) {
    for (int at = 0; at < 6; at++) {
      UUID report = product.bean(Grievances.class)
          .report(
              new NewGrievance(GrievanceKind.REPAIRS, Optional.empty(), Optional.of(site), Optional.of("qct:71"), PLACE,
                  Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), "Violetmould in the kitchen", "Ask at 2B",
                  Locale.ENGLISH, NewGrievance.CameBy.ORGANISER),
              Optional.empty());
      secrets.put("the identity of report " + at, report.toString());
    }
    secrets.put("a report", "Violetmould");
    return true;
  }

  private UUID campaign(UUID site, UUID target, String called, boolean open) {
    var campaigns = product.bean(Campaigns.class);
    UUID id = campaigns.draft(called + " fight", target, Optional.of(site),
        Optional.of(new Campaign.Cause(GrievanceKind.REPAIRS.key(), "qct:71")));
    campaigns.ask(id, List.of(new Campaigns.NewDemand(called + " repairs", called + " and seen to be done",
        LocalDate.now(product.clock()).plusDays(20))));
    campaigns.plan(id, List.of(new Campaigns.NewStep(called + " letter", OptionalInt.of(4))));
    if (open) {
      campaigns.open(id);
    }
    secrets.put("what is " + called, called);
    secrets.put("the identity of what is " + called, id.toString());
    campaigns.byId(id)
        .orElseThrow()
        .core()
        .demands()
        .forEach(demand -> secrets.put("a demand of what is " + called, demand.id().toString()));
    return id;
  }

  /** Something that happens in a quiet fight: with an invitation, a door that is open, somebody who comes, a calendar. */
  private boolean action(UUID site, UUID campaign) {
    var starts = product.clock().instant().plus(Duration.ofHours(1));
    var when = new Action.When(starts, starts.plus(Duration.ofHours(2)), ZoneId.of("America/New_York"));
    UUID id = product.bean(Actions.class)
        .plan(
            new Actions.Plan(Optional.of(campaign), Optional.of(site), new Action.Told("Cinnabar picket", "Umberlunch",
                "Ochregate", "", "", "", ""), when, false),
            new Actions.NewShift("Sepiashift", when, OptionalInt.empty(),
                OptionalInt.of(5)));
    UUID shift = product.bean(Actions.class).byId(id).orElseThrow().shifts().getFirst().id();
    var invitations = product.bean(Invitations.class);
    secrets.put("an invitation", invitations.open(id, Invitations.Kind.LINK));
    secrets.put("a door", invitations.open(id, Invitations.Kind.DOOR));
    product.bean(SignUps.class).come(shift, new SignUp.Who.Member(local.founder().id()));
    secrets.put("a calendar", product.bean(Calendars.class).make(local.founder().id(), true));
    secrets.put("an action's identity", id.toString());
    secrets.put("a shift's identity", shift.toString());
    secrets.put("an action", "Cinnabar");
    secrets.put("what calendars say", "Umberlunch");
    secrets.put("where an action is", "Ochregate");
    secrets.put("a shift", "Sepiashift");
    return true;
  }

  private boolean end(UUID id) {
    var core = product.bean(Campaigns.class).byId(id).orElseThrow().core();
    product.bean(Closing.class)
        .close(id, core.version(), Map.of(core.demands().getFirst().id(),
            new Campaign.Outcome(Campaign.Result.WON, Optional.empty())), Optional.of("Goldenword"));
    secrets.put("the word at the end", "Goldenword");
    return true;
  }

  private boolean publish(UUID id) {
    var shown = new PublicFace.Shown(Optional.of("Thaddea Brockenhurst"), Optional.empty(), Optional.of(PLACE), true,
        true);
    var campaign = product.bean(Campaigns.class).byId(id).orElseThrow();
    product.bean(Publicity.class)
        .decide(id, new Publicity.NewDecision(LocalDate.now(product.clock()), "Ambergathering decided",
            Optional.of("Ambergathering could not wait"), Optional.empty(), shown),
            Publicity.face(campaign, shown).print(), Optional.of(PLACE));
    secrets.put("a decision", "Ambergathering");
    return true;
  }
}
