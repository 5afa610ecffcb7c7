// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.FieldMarks;
import org.groundwork.organizing.Fields;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/**
 * What a phone takes along: the doors, what the people there are called, what is asked, and the words of its pages. Never
 * how somebody stands, what a field holds, a number, a note or a neighbour's door that was not asked for.
 */
@Component
class TurfContent {
  private static final List<String> WORDS = List.of("turf.open", "turf.doors", "turf.at-least", "talk.who",
      "talk.who.new", "talk.who.choose", "talk.who.all", "talk.name", "talk.issue", "talk.issue.none", "talk.prepared",
      "talk.next", "talk.note", "talk.note.hint", "talk.write", "talk.back", "talk.back.today", "talk.back.tomorrow",
      "talk.back.saturday", "talk.fields", "fields.title", "fields.unknown", "field.yes", "field.no");
  private final TalkDesk desk;
  private final Conversations conversations;
  private final Fields fields;
  private final FieldMarks marks;
  private final Texts texts;

  TurfContent(TalkDesk desk, Conversations conversations, Fields fields, FieldMarks marks, Texts texts) {
    this.desk = desk;
    this.conversations = conversations;
    this.fields = fields;
    this.marks = marks;
    this.texts = texts;
  }

  Map<String, Object> of(Site site, List<Sites.Unit> units, Turfs.Turf turf, HttpServletRequest request) {
    var text = texts.of(request);
    var content = new LinkedHashMap<String, Object>();
    content.put("kind", "doors");
    content.put("turf", turf.id().toString());
    content.put("of", site.id().toString());
    content.put("until", turf.until().toString());
    content.put("at", TalkDesk.in("turf/" + turf.id()));
    content.put("title", site.name());
    content.put("homes", site.kind() == SiteKind.BUILDING);
    content.put("fields", fields.seenAt(site.id()).stream().map(TurfContent::field).toList());
    content.put("doors", doors(site, units));
    content.put("asks", conversations.asks()
        .at(site.id())
        .stream()
        .limit(1)
        .map(
            ask -> Map.of("ask", ask.word(), "text", ask.text(), "of", ask.of().orElse(0)))
        .toList());
    var words = new LinkedHashMap<String, String>();
    TakenAlong.WORDS.forEach(key -> words.put(key, text.t(key)));
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

  /** A field of the local's own, as the phone's form asks it; what it holds of anybody is not taken along. */
  private static Map<String, Object> field(Fields.Field field) {
    return Map.of("name", FieldInputs.name(field), "label", field.said().name(), "hint", field.said().purpose(), "kind",
        field.said().kind().key(), "choices", field.said().choices());
  }

  private List<Map<String, Object>> doors(Site site, List<Sites.Unit> units) {
    var wanted = units.stream().map(Sites.Unit::id).collect(Collectors.toUnmodifiableSet());
    var places = desk.places(site)
        .stream()
        .filter(place -> place.unit().filter(wanted::contains).isPresent())
        .toList();
    var people = places.stream().map(People.Place::person).distinct().toList();
    var names = desk.names(people);
    var seen = fields.seenAt(site.id());
    var marked = seen.isEmpty() ? Map.<UUID, String>of() : marks.of(people, seen);
    var at = places.stream().collect(Collectors.groupingBy(place -> place.unit().orElseThrow()));
    var last = conversations.latestAt(wanted);
    return units.stream()
        .map(unit -> door(unit, Optional.ofNullable(last.get(unit.id())), at.getOrDefault(unit.id(), List.of()),
            names, marked))
        .toList();
  }

  private static Map<String, Object> door(Sites.Unit unit, Optional<Conversation> last, List<People.Place> there,
      Map<UUID, String> names, Map<UUID, String> marked) {
    var door = new LinkedHashMap<String, Object>();
    door.put("unit", unit.id().toString());
    door.put("label", unit.label());
    door.put("last", last.map(held -> held.outcome().key()).orElse(""));
    door.put("people", there.stream()
        .filter(place -> names.containsKey(place.person()))
        .map(place -> Map.of("id", place.person().toString(), "name", names.getOrDefault(place.person(), ""),
            "mark", marked.getOrDefault(place.person(), "")))
        .toList());
    return door;
  }
}
