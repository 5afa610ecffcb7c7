// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.FightDates;
import org.groundwork.campaign.PublicFace;
import org.groundwork.campaign.Publicity;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A leaflet to leave behind at the door. Nothing of it is stored, and nothing is sent. */
@Controller
class LeafletController {
  private static final String PAGE = "page";
  private static final String REPORT = "report";
  private static final String JOIN = "join";
  private static final String NONE = "none";
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Facts facts;
  private final PublicAddress address;
  private final RequestLanguage language;
  private final Audit audit;

  LeafletController(Transactions transactions, CampaignDesk desk, Facts facts, PublicAddress address,
      RequestLanguage language, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.facts = facts;
    this.address = address;
    this.language = language;
    this.audit = audit;
  }

  /** What a leaflet may say. */
  @org.springframework.stereotype.Component("leafletFacts")
  record Facts(Targets targets, Publicity publicity, ObjectProvider<FightDates> dates, Locals locals) {}

  @GetMapping("/l/{local}/campaigns/{id}/leaflet")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer write(@PathVariable UUID id, HttpServletRequest request) {
    return transactions.read(() -> {
      var campaign = open(id);
      return Answer.show(page(campaign, proposed(campaign, language.of(request)), Optional.empty(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/leaflet")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer make(@PathVariable UUID id, @ModelAttribute LeafletForm form) {
    return transactions.write(() -> {
      var campaign = open(id);
      var errors = new FormErrors();
      var words = form.read(errors);
      var leads = address(campaign, form, errors);
      quietly(campaign, form, words, errors);
      if (errors.any()) {
        return Answer.again(page(campaign, form, Optional.empty(), errors));
      }
      var named = form.namesTheTarget() ? target(campaign).flatMap(Target::called) : Optional.<String>empty();
      if (!form.wantsPaper()) {
        return Answer.show(page(campaign, form, Optional.of(text(words, named, leads)), errors));
      }
      audit.record("leaflet-made", new SubjectRef("campaign", id), named.isPresent() ? "names the target" : "");
      return Answer.paper(new LeafletSheet(words, named, leads.map(QrCode::of)),
          PaperSize.of(facts.locals().profile().currency()), "leaflet");
    });
  }

  /** While a fight is quiet, nothing on a leaflet says whom it is about unless somebody ticked that. */
  private void quietly(Campaign campaign, LeafletForm form, List<LeafletSheet.Words> words, FormErrors errors) {
    if (!(campaign instanceof Campaign.Quiet) || form.namesTheTarget()) {
      return;
    }
    var texts = words.stream().map(LeafletSheet.Words::all).toList();
    target(campaign).ifPresent(target -> {
      boolean said = target.person().filter(name -> PublicFace.said(name, texts)).isPresent()
          || target.firm().filter(name -> PublicFace.said(name, texts)).isPresent();
      if (said) {
        errors.refuse("target", "leaflet.names-the-target");
      }
    });
  }

  private LeafletForm proposed(Campaign campaign, Locale reader) {
    boolean open = campaign instanceof Campaign.Public;
    String ask = open ? campaign.core().demands().getFirst().what() : "";
    var moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(reader);
    String when = facts.dates()
        .orderedStream()
        .flatMap(source -> source.of(campaign.core().id()).stream())
        .findFirst()
        .map(date -> moments.format(date.starts().atZone(date.zone())))
        .orElse("");
    return new LeafletForm(open ? shortened(campaign.core().title()) : "", "", shortenedLine(ask), when, "", "", "", "",
        "", codes(campaign).getFirst(), "");
  }

  private static String shortened(String title) { return title.length() > 60 ? "" : title; }

  private static String shortenedLine(String line) { return line.length() > 160 ? "" : line; }

  /** Where the picture may lead; nowhere where nobody told this server its own name. */
  private List<String> codes(Campaign campaign) {
    var codes = new ArrayList<String>();
    if (address.origin().isPresent()) {
      if (publicPath(campaign).isPresent()) {
        codes.add(PAGE);
      }
      codes.addAll(List.of(REPORT, JOIN));
    }
    codes.add(NONE);
    return codes;
  }

  private Optional<String> address(Campaign campaign, LeafletForm form, FormErrors errors) {
    String code = form.code() == null ? "" : form.code();
    if (!codes(campaign).contains(code)) {
      errors.refuse("code", "form.choose");
      return Optional.empty();
    }
    Optional<String> path = switch (code) {
      case PAGE -> publicPath(campaign);
      case REPORT, JOIN -> Optional.of("/r/" + Callers.actor().handle() + "/" + code);
      default -> Optional.empty();
    };
    return path.flatMap(at -> address.origin().map(origin -> origin + at));
  }

  private Optional<String> publicPath(Campaign campaign) {
    return facts.publicity()
        .inForce(campaign.core().id())
        .map(decision -> "/p/" + Callers.actor().handle() + "/" + decision.page());
  }

  private static String text(List<LeafletSheet.Words> words, Optional<String> named, Optional<String> leads) {
    String all = words.stream().map(LeafletSheet.Words::all).collect(Collectors.joining("\n\n"));
    return Stream.of(Optional.of(all), named, leads).flatMap(Optional::stream).collect(Collectors.joining("\n"));
  }

  private LeafletPage page(Campaign campaign, LeafletForm form, Optional<String> copy, FormErrors errors) {
    return new LeafletPage(campaign, form, codes(campaign), target(campaign).flatMap(Target::called), copy, errors);
  }

  private Optional<Target> target(Campaign campaign) { return facts.targets().byId(campaign.core().target()); }

  private Campaign open(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign::goesOn).orElseThrow(CampaignDesk::notFound);
  }
}
