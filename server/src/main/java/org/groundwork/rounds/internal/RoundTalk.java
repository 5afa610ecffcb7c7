// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was talked about at the door beside the dues, written down as any other talk. Runs in a writing transaction. */
@Component
class RoundTalk {
  private static final int LONGEST_NEXT = 200;
  private final Conversations conversations;
  private final RoundsDesk desk;

  RoundTalk(Conversations conversations, RoundsDesk desk) {
    this.conversations = conversations;
    this.desk = desk;
  }

  /** A talk as typed. */
  record Said(@Nullable String id, @Nullable String talked, @Nullable String issue, @Nullable String ask,
      @Nullable String reply, @Nullable String next, @Nullable String nextOn) {
    boolean any() { return "yes".equals(talked); }
  }

  /**
   * Whether talks of a round can be written down: at a place where the caller talks with people, or, of people who were put
   * together by name or hold no place, by whoever talks with people somewhere.
   */
  boolean can(Round round) {
    return round.site().isEmpty() ? Callers.actor().reachOf(Power.TALK).isPresent() : site(round).isPresent();
  }

  /** The place of a round, where the caller talks with people; what is wrong there and what is asked belongs to it. */
  Optional<Site> site(Round round) {
    return desk.site(round).filter(site -> Callers.actor().may(Power.TALK, site.id()));
  }

  List<Issues.Issue> issues(Site site) { return conversations.issuesAt(site); }

  /** What is asked there now; the most urgent. */
  Optional<OpenAsks.Ask> ask(Site site) {
    return conversations.asks().at(site.id()).stream().findFirst();
  }

  /** A talk that can be written down. */
  record Read(Optional<Site> site, UUID id, Conversation.Talk talk) {}

  /**
   * Reads what was typed.
   *
   * @return empty if nothing was talked about, or something was refused
   */
  Optional<Read> read(Round round, Said said, FormErrors errors) {
    if (!said.any()) {
      return Optional.empty();
    }
    var site = site(round);
    var id = RoundsDesk.id(said.id());
    if (!can(round) || id.isEmpty()) {
      errors.refuse("talked", "rounds.talk.cannot");
      return Optional.empty();
    }
    var issue = Optional.ofNullable(said.issue()).filter(word -> !word.isEmpty());
    var known = site.map(this::issues).orElseGet(List::of);
    if (issue.filter(word -> known.stream().noneMatch(each -> each.word().equals(word))).isPresent()) {
      errors.refuse("issue", "rounds.talk.issue");
    }
    var answer = answer(site, said, errors);
    String next = errors.optional("next", said.next(), LONGEST_NEXT);
    LocalDate today = desk.today();
    var nextOn = errors.optionalDay("nextOn", said.nextOn(), today.minusMonths(2), today.plusYears(1));
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Read(site, id.get(), new Conversation.Talk(issue, answer, false, "",
            next.isEmpty() ? Optional.empty() : Optional.of(new Conversation.Next(next, nextOn)))));
  }

  private Optional<Conversation.Answer> answer(Optional<Site> site, Said said, FormErrors errors) {
    if (said.reply() == null || said.reply().isEmpty()) {
      return Optional.empty();
    }
    var reply = Reply.of(said.reply()).filter(each -> each != Reply.YES_IF);
    var ask = site.flatMap(at -> conversations.asks()
        .at(at.id())
        .stream()
        .filter(each -> each.word().equals(said.ask()))
        .findFirst());
    if (reply.isEmpty() || ask.isEmpty()) {
      errors.refuse("reply", "rounds.talk.over");
      return Optional.empty();
    }
    return Optional.of(new Conversation.Answer(ask.get().ref(), reply.get(), OptionalInt.empty()));
  }

  /** Writes a talk with somebody down, once; with whoever is known no more there is none. */
  void write(Read read, Visit visit, Instant heldAt) {
    if (visit.person().isEmpty()) {
      return;
    }
    conversations.record(new Conversation(read.id(), read.site().map(Site::id),
        read.site().isPresent() ? visit.unit() : Optional.empty(), visit.person(), Outcome.TALKED, heldAt,
        RoundsDesk.me(), Conversation.Back.none(), read.talk()));
  }

  /** Nobody was there: at home that is a knock like any other. */
  void notHome(Round round, Visit visit, UUID id, Instant heldAt) {
    site(round).filter(site -> site.kind() == SiteKind.BUILDING && visit.unit().isPresent())
        .ifPresent(site -> conversations.record(new Conversation(id, site.id(), visit.unit(), Optional.empty(),
            Outcome.NOT_HOME, heldAt, RoundsDesk.me(), Conversation.Back.none(), Conversation.Talk.none())));
  }
}
