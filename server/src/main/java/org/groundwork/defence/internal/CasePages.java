// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.Runners;
import org.groundwork.defence.Care;
import org.groundwork.defence.Case;
import org.groundwork.defence.CaseEvidence;
import org.groundwork.defence.CaseNotes;
import org.groundwork.defence.CaseReach;
import org.groundwork.defence.HardshipRequests;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the page of a case together. */
@Component
class CasePages {
  private final CaseDesk desk;
  private final WhatItAnswers answers;
  private final CaseNotes notes;
  private final CaseEvidence evidence;
  private final Care care;
  private final ObjectProvider<HardshipRequests> fund;
  private final Ids ids;

  CasePages(CaseDesk desk, WhatItAnswers answers, CaseNotes notes, CaseEvidence evidence, Care care,
      ObjectProvider<HardshipRequests> fund, Ids ids) {
    this.desk = desk;
    this.answers = answers;
    this.notes = notes;
    this.evidence = evidence;
    this.care = care;
    this.fund = fund;
    this.ids = ids;
  }

  /** The fund, if somebody keeps one. */
  Optional<HardshipRequests> fund() {
    return fund.orderedStream().filter(HardshipRequests::here).findFirst();
  }

  CasePage of(Case hit, WorkForm form, String done, FormErrors errors) {
    var actor = Callers.actor();
    boolean works = desk.worksOn(hit);
    var facts = notes.facts(hit.id());
    var needs = care.ofCase(hit.id());
    var known = desk.known(named(hit, facts, needs));
    var ladder = answers.ladder(hit.about());
    return new CasePage(hit, name(known, hit.person()), desk.siteName(hit.site()), answers.said(hit.about()),
        works && hit.open() && hit.about().campaign().isEmpty() ? answers.of(actor) : List.of(),
        told(hit, facts, form, known), evidence.of(hit.id()),
        notes.answers(hit.id()).stream().map(reply -> doing(ladder, reply)).toList(), ladder,
        needs.stream().map(need -> new CasePage.Needed(need, name(known, need.helper()))).toList(),
        CaseReach.own(actor, hit), works, works && hit.open() && Runners.runs(actor, hit.site()), funded(hit), form,
        ids.random(), desk.today(), done, errors);
  }

  private Optional<CasePage.Fund> funded(Case hit) {
    return fund().filter(_ -> hit.person().isPresent())
        .map(open -> open.of(hit.id()))
        .filter(path -> path.isPresent() || hit.open())
        .map(path -> new CasePage.Fund(path.orElse("")));
  }

  private static List<UUID> named(Case hit, List<CaseNotes.Fact> facts, List<Care.Need> needs) {
    var who = new HashSet<UUID>();
    hit.person().ifPresent(who::add);
    who.add(hit.opened().by());
    hit.deadline().ifPresent(until -> who.add(until.by()));
    facts.forEach(fact -> who.add(fact.by()));
    needs.forEach(need -> need.helper().ifPresent(who::add));
    return List.copyOf(who);
  }

  private static CasePage.Told told(Case hit, List<CaseNotes.Fact> facts, WorkForm form,
      Map<UUID, People.Known> known) {
    var byId = new HashMap<UUID, CaseNotes.Fact>();
    var wrong = new HashSet<UUID>();
    facts.forEach(fact -> {
      byId.put(fact.id(), fact);
      fact.corrects().ifPresent(wrong::add);
    });
    var lines = facts.stream()
        .map(fact -> new CasePage.Line(fact, name(known, Optional.of(fact.by())), fact.corrects()
            .flatMap(id -> Optional.ofNullable(byId.get(id))), wrong.contains(fact.id())))
        .toList();
    return new CasePage.Told(name(known, Optional.of(hit.opened().by())),
        name(known, hit.deadline().map(Case.Deadline::by)), lines,
        Typed.id(form.corrects()).flatMap(id -> Optional.ofNullable(byId.get(id))));
  }

  private static CasePage.Doing doing(List<Rung> ladder, CaseNotes.Reply reply) {
    return new CasePage.Doing(reply, reply.step()
        .map(step -> ladder.stream()
            .map(Rung::step)
            .filter(rung -> rung.id().equals(step))
            .findFirst()
            .map(Campaign.Step::what)
            .orElse(""))
        .orElseGet(reply::what));
  }

  private static String name(Map<UUID, People.Known> known, Optional<UUID> who) {
    return who.flatMap(id -> Optional.ofNullable(known.get(id))).map(People.Known::name).orElse("");
  }
}
