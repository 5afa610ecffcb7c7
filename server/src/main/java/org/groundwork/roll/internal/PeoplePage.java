// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Ui;
import org.groundwork.platform.web.View;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.PersonState;
import org.groundwork.roll.Site;

/**
 * The list of people within reach, or what a search found.
 *
 * @param sites the sites that may be chosen
 * @param rows the floors or departments of the chosen site, empty while none is chosen
 * @param before the address of the page before, if there is one
 * @param searched what a search came to, absent where nothing was searched
 * @param ownFields fields of the local's own to filter by, empty while no site is chosen
 */
public record PeoplePage(PeopleQuery asked, FormErrors errors, List<Line> people, List<Site> sites, List<String> rows,
    Optional<String> before, Optional<String> after, Optional<Searched> searched, boolean mayEdit,
    List<OwnFields.Field> ownFields) implements View {

  /** The states that have a tab, in their order. */
  public static final List<PersonState> TABS = List.of(PersonState.CONTACT, PersonState.MEMBER, PersonState.SUPPORTER,
      PersonState.LEFT);

  /** What is filtered, in words, so that the filter itself can stay shut and leave the screen to the people. */
  public String filteredBy(Ui ui) {
    var words = new ArrayList<String>();
    sites.stream().filter(site -> site.id().toString().equals(asked.site())).map(Site::name).forEach(words::add);
    PeopleQuery.is(asked.row()).filter(rows::contains).ifPresent(words::add);
    PeopleQuery.is(asked.kind())
        .filter(kind -> ui.languages().has(ui.locale(), "site.kind." + kind))
        .map(kind -> ui.t("site.kind." + kind))
        .ifPresent(words::add);
    ownFields.forEach(field -> field.choices()
        .stream()
        .filter(choice -> value(field, choice).equals(asked.own()))
        .forEach(choice -> words.add(field.name() + ": " + word(ui, choice))));
    if (asked.boss()) {
      words.add(ui.t("place.boss.title"));
    }
    return words.isEmpty() ? ui.t("people.filter.none") : String.join(", ", words);
  }

  /** What stands in the address for a choice. */
  public String value(OwnFields.Field field, OwnFields.Choice choice) {
    return field.id() + ":" + choice.written();
  }

  /** A choice in words. */
  public String word(Ui ui, OwnFields.Choice choice) {
    return choice.key().isEmpty() ? choice.text() : ui.t(choice.key());
  }

  /** How a search went. */
  public enum Searched {
    TOO_SHORT, NOBODY, SOME, MORE;

    /** The message key of its sentence. */
    public String key() {
      return "people.search." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One person.
   *
   * @param place the door or department, empty if it is not known
   * @param sites the names of the sites, joined
   */
  public record Line(UUID id, String name, String place, String sites, PersonState state, boolean bossSide) {}
}
