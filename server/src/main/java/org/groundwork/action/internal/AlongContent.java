// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.SignUp;
import org.groundwork.action.SignUps;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.People;
import org.springframework.stereotype.Component;

/**
 * What the host's phone takes along: what those are called who said that they come to this action, shift by shift, and
 * the words of its pages. Never a number, a need or another action; of one that is count only no name.
 */
@Component
class AlongContent {
  private static final Set<SignUp.State> TAKEN = Set.of(SignUp.State.COMING, SignUp.State.WAITING,
      SignUp.State.ATTENDED);
  private static final List<String> WORDS = List.of("along.here", "along.is-here", "coming.undo", "along.find",
      "along.none", "actions.only-counted", "along.heads", "heads.title", "along.heads.what", "along.more",
      "along.less", "along.turned-up", "along.add",
      "along.waits", "along.list");
  private final SignUps signUps;
  private final People people;
  private final Texts texts;

  AlongContent(SignUps signUps, People people, Texts texts) {
    this.signUps = signUps;
    this.people = people;
    this.texts = texts;
  }

  /** Somebody on the list. */
  record Listed(UUID id, UUID shift, String name, SignUp.State state) {}

  /** Who is on the list of an action; nobody where only numbers are kept. */
  List<Listed> listed(Action action) {
    if (action.countOnly()) {
      return List.of();
    }
    var all = signUps.of(action.id()).stream().filter(in -> TAKEN.contains(in.state())).toList();
    var known = people.known(all.stream().flatMap(in -> in.person().stream()).distinct().toList());
    return all.stream()
        .map(in -> new Listed(in.id(), in.shift(), in.person()
            .flatMap(id -> Optional.ofNullable(known.get(id)))
            .map(People.Known::name)
            .orElse(in.name()), in.state()))
        .filter(in -> !in.name().isEmpty())
        .toList();
  }

  Map<String, Object> of(Action action, List<Listed> listed, Turfs.Turf turf, Texts.In text) {
    var content = new LinkedHashMap<String, Object>();
    content.put("kind", "people");
    content.put("turf", turf.id().toString());
    content.put("of", action.id().toString());
    content.put("until", turf.until().toString());
    content.put("at", ActionDesk.at("turf/" + turf.id()));
    content.put("title", action.told().title());
    content.put("countOnly", action.countOnly());
    content.put("shifts", action.shifts().stream().map(shift -> shift(shift, listed)).toList());
    var words = new LinkedHashMap<String, String>();
    TakenAlong.WORDS.forEach(key -> words.put(key, text.t(key)));
    WORDS.forEach(key -> words.put(key, text.t(key)));
    words.put("head-nameless", text.t("along.nameless"));
    for (var head : Action.Head.values()) {
      words.put("head-" + head.key(), text.t(called(head)));
    }
    content.put("words", words);
    return content;
  }

  Texts.In texts(HttpServletRequest request) { return texts.of(request); }

  private static String called(Action.Head head) {
    return switch (head) {
      case POSITION -> "heads.in-position";
      case OTHER_SITES -> "heads.other-sites";
      case SUPPORTERS -> "heads.supporters";
    };
  }

  private static Map<String, Object> shift(Action.Shift shift, List<Listed> listed) {
    return Map.of("id", shift.id().toString(), "name", shift.name(), "people", listed.stream()
        .filter(in -> in.shift().equals(shift.id()))
        .map(in -> Map.of("id", in.id().toString(), "name", in.name(), "state", in.state().key()))
        .toList());
  }
}
