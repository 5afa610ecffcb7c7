// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.keys.NameQuery;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the members whom the rows of a table are about: by a phone number, an address or a whole name that is the same, never
 * by one that is like it. Where more than one member can be meant nobody is. Runs inside the caller's transaction.
 */
public final class PeopleSought {
  /** The fewest digits of a number that says who somebody is. */
  private static final int FEWEST_DIGITS = 6;
  private final JdbcClient jdbc;
  private final PersonFields fields;

  PeopleSought(JdbcClient jdbc, PersonFields fields) {
    this.jdbc = jdbc;
    this.fields = fields;
  }

  /** Whom a row is about, as typed; each may be empty. */
  public record Sought(String phone, String mail, String name) {
    /** Whether it says nothing of anybody. */
    public boolean empty() {
      return phoneKey().isEmpty() && mail.isBlank() && name.isBlank();
    }

    private String phoneKey() {
      String digits = PersonFields.phoneKey(phone);
      return digits.length() < FEWEST_DIGITS ? "" : digits;
    }

    private boolean byContact() { return !phoneKey().isEmpty() || !mail.isBlank(); }
  }

  /** Who it is. */
  public sealed interface Outcome {
    /**
     * One member.
     *
     * @param byName whether nothing but the name says so
     */
    record Found(UUID person, boolean byName) implements Outcome {}

    /** Nobody on the roll is it. */
    record Nobody() implements Outcome {}

    /** Somebody on the roll is, who is no member. */
    record NoMember() implements Outcome {}

    /** Several members can be meant. */
    record Several() implements Outcome {}

    /** The number is one person's and the address another's. */
    record TwoPeople() implements Outcome {}

    /** The number or the address is a member's who is called otherwise. */
    record OtherName() implements Outcome {}
  }

  private record Row(UUID id, byte[] name, PersonState state, @Nullable ByteBuffer phone, @Nullable ByteBuffer mail) {
    boolean member() { return state == PersonState.MEMBER; }
  }

  /** Whom these are about, in their order; some hundreds at a time. */
  public List<Outcome> find(List<Sought> sought) {
    Map<ByteBuffer, List<Row>> phones = rows("phone_index",
        sought.stream().map(Sought::phoneKey).filter(key -> !key.isEmpty()).map(fields::phoneIndex).toList(), true);
    Map<ByteBuffer, List<Row>> mails = rows("mail_index",
        sought.stream().map(Sought::mail).filter(mail -> !mail.isBlank()).map(fields::mailIndex).toList(), false);
    var found = new ArrayList<Outcome>();
    var byName = new HashMap<String, Outcome>();
    for (Sought each : sought) {
      if (each.byContact()) {
        found.add(byContact(each, phones, mails));
      } else {
        found.add(byName.computeIfAbsent(same(each.name()), this::byName));
      }
    }
    return found;
  }

  private Map<ByteBuffer, List<Row>> rows(String column, List<byte[]> keys, boolean phone) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql("select id, name, state, phone_index, mail_index from roll.person where local_id = ? "
        + "and merged_into is null and " + column + " in (select unnest(?::bytea[])) order by id")
        .params(Tenancy.current().value(), keys.toArray(byte[][]::new))
        .query((rs, i) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2), PersonState.of(rs.getString(3)),
            key(rs.getBytes(4)), key(rs.getBytes(5))))
        .stream()
        .collect(Collectors.groupingBy(row -> java.util.Objects.requireNonNull(phone ? row.phone() : row.mail())));
  }

  private static @Nullable ByteBuffer key(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private Outcome byContact(Sought sought, Map<ByteBuffer, List<Row>> phones, Map<ByteBuffer, List<Row>> mails) {
    List<Row> ofPhone = sought.phoneKey().isEmpty()
        ? List.of()
        : phones.getOrDefault(ByteBuffer.wrap(fields.phoneIndex(sought.phoneKey())), List.of());
    List<Row> ofMail = sought.mail().isBlank()
        ? List.of()
        : mails.getOrDefault(ByteBuffer.wrap(fields.mailIndex(sought.mail())), List.of());
    if (ofPhone.isEmpty() || ofMail.isEmpty()) {
      return one(ofPhone.isEmpty() ? ofMail : ofPhone, sought.name());
    }
    Set<UUID> both = ofMail.stream().map(Row::id).collect(Collectors.toSet());
    List<Row> shared = ofPhone.stream().filter(row -> both.contains(row.id())).toList();
    return shared.isEmpty() ? new Outcome.TwoPeople() : one(shared, sought.name());
  }

  /** The one member among these, who may be called so where a name is said: people of one home share a number. */
  private Outcome one(Collection<Row> rows, String name) {
    List<Row> members = rows.stream().filter(Row::member).toList();
    if (members.size() > 1 && !name.isBlank()) {
      members = members.stream().filter(row -> same(fields.name(row.id(), row.name())).equals(same(name))).toList();
      return members.size() == 1 ? new Outcome.Found(members.getFirst().id(), false) : new Outcome.Several();
    }
    if (members.size() == 1 && !name.isBlank() && !maybe(fields.name(members.getFirst().id(),
        members.getFirst().name()), name)) {
      return new Outcome.OtherName();
    }
    if (members.size() > 1) {
      return new Outcome.Several();
    }
    return members.isEmpty()
        ? rows.isEmpty() ? new Outcome.Nobody() : new Outcome.NoMember()
        : new Outcome.Found(members.getFirst().id(), false);
  }

  /** The one member who is called so, letter by letter; where so many are like it that not all are looked at, nobody is. */
  private Outcome byName(String name) {
    NameQuery query = fields.exact(name);
    if (query.isEmpty()) {
      return new Outcome.Nobody();
    }
    List<Row> like = NameSearch.bound(jdbc.sql(NameSearch.sql(query, Optional.empty())), query, Optional.empty())
        .query((rs, i) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2), PersonState.of(rs.getString(3)), null,
            null))
        .list();
    if (like.size() >= NameSearch.CANDIDATES) {
      return new Outcome.Several();
    }
    List<Row> called = like.stream().filter(row -> same(fields.name(row.id(), row.name())).equals(name)).toList();
    return switch (one(called, "")) {
      case Outcome.Found(UUID person, _) -> new Outcome.Found(person, true);
      case Outcome other -> other;
    };
  }

  /** Whether two names may be one person's: all words of the shorter one are in the longer. */
  private static boolean maybe(String one, String other) {
    Set<String> words = new HashSet<>(List.of(same(one).split(" ", -1)));
    Set<String> others = new HashSet<>(List.of(same(other).split(" ", -1)));
    return words.containsAll(others) || others.containsAll(words);
  }

  /** A name with one space between its words, however it was set. */
  private static String same(String name) {
    return Stream.of(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
