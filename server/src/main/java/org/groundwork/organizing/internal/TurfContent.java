// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/**
 * What a phone takes along: the doors, what the people there are called, and the words of its pages. Never how somebody
 * stands, a number, a note or a neighbour's door that was not asked for.
 */
@Component
class TurfContent {
  private static final List<String> WORDS = List.of("turf.pin", "turf.open", "turf.wrong", "turf.doors", "turf.queue",
      "turf.hand-over", "turf.handed-over", "turf.refused", "turf.offline", "turf.sign-in", "turf.let-go",
      "turf.forget",
      "turf.back", "talk.who", "talk.who.new", "talk.who.choose", "talk.who.all", "talk.name", "talk.issue",
      "talk.issue.none", "talk.prepared", "talk.next", "talk.note", "talk.note.hint", "talk.write", "talk.back",
      "talk.back.today", "talk.back.tomorrow", "talk.back.saturday", "talk.language", "turf.at-least");
  private final TalkDesk desk;
  private final Conversations conversations;
  private final Texts texts;

  TurfContent(TalkDesk desk, Conversations conversations, Texts texts) {
    this.desk = desk;
    this.conversations = conversations;
    this.texts = texts;
  }

  Map<String, Object> of(Site site, List<Sites.Unit> units, Turfs.Turf turf, HttpServletRequest request) {
    var text = texts.of(request);
    var content = new LinkedHashMap<String, Object>();
    content.put("turf", turf.id().toString());
    content.put("until", turf.until().toString());
    content.put("local", Callers.actor().handle());
    content.put("homes", site.kind() == SiteKind.BUILDING);
    content.put("title", site.name());
    content.put("doors", doors(site, units));
    content.put("asks", conversations.asksAt(site.id())
        .stream()
        .limit(1)
        .map(
            ask -> Map.of("ask", ask.ref().kind() + ":" + ask.ref().id(), "text", ask.text(), "of", ask.of().orElse(0)))
        .toList());
    var words = new LinkedHashMap<String, String>();
    WORDS.forEach(key -> words.put(key, text.t(key)));
    for (var outcome : Outcome.values()) {
      words.put("outcome." + outcome.key(), text.t("outcome." + outcome.key()));
    }
    for (var reply : Reply.values()) {
      words.put("reply." + reply.key(), text.t("reply." + reply.key()));
    }
    content.put("issues", conversations.issuesAt(site)
        .stream()
        .map((Issues.Issue issue) -> Map.of("word", issue.word(),
            "text", text.t(issue.key())))
        .toList());
    content.put("words", words);
    return content;
  }

  private List<Map<String, Object>> doors(Site site, List<Sites.Unit> units) {
    Map<UUID, List<People.Place>> at = new HashMap<>();
    desk.places(site)
        .forEach(place -> place.unit()
            .ifPresent(unit -> at.computeIfAbsent(unit, _ -> new ArrayList<>()).add(place)));
    var last = conversations.latestAt(units.stream().map(Sites.Unit::id).toList());
    return units.stream().<Map<String, Object>>map(unit -> {
      var door = new LinkedHashMap<String, Object>();
      door.put("unit", unit.id().toString());
      door.put("label", unit.label());
      var before = last.get(unit.id());
      door.put("last", before == null ? "" : outcome(before));
      door.put("people", desk.named(site, at.getOrDefault(unit.id(), List.of()))
          .stream()
          .map(somebody -> Map.of("id", somebody.id().toString(), "name", somebody.name(), "boss", somebody.bossSide()))
          .toList());
      return door;
    }).toList();
  }

  private static String outcome(Conversation held) { return held.outcome().key(); }
}
