// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.keys.KeyRefusal;
import org.groundwork.platform.keys.SealedFieldException;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which of the local's own fields held something of somebody when a phone took them along: a mark that the phone carries
 * and cannot read, so that what is emptied meanwhile stays empty and leaves no trace here. Inside the caller's transaction.
 */
public final class FieldMarks {
  /** A mark of any local's fields is far below. */
  private static final int LONGEST = 4_000;
  private static final char HELD = '+';
  private static final char EMPTY = '-';
  private final JdbcClient jdbc;
  private final Seals seals;

  FieldMarks(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** A mark for each of these people; all are of one length, whatever is held. */
  public Map<UUID, String> of(Collection<UUID> people, List<Fields.Field> fields) {
    var held = new HashMap<UUID, Set<UUID>>();
    jdbc.sql("""
        select distinct n.person_id, v.field_id from organizing.field_value v
        join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
        where v.local_id = ? and n.person_id in (select unnest(?::uuid[]))""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          held.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new HashSet<>()).add(rs.getObject(2, UUID.class));
        });
    var marks = new HashMap<UUID, String>();
    people.forEach(person -> marks.put(person, mark(person, fields, held.getOrDefault(person, Set.of()))));
    return marks;
  }

  private String mark(UUID person, List<Fields.Field> fields, Set<UUID> held) {
    String said = fields.stream()
        .map(field -> (held.contains(field.id()) ? HELD : EMPTY) + field.id().toString())
        .collect(Collectors.joining(" "));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seals.seal("field_mark", "held", person, said));
  }

  /** The fields that held something of somebody, as the mark that was made of them says; none for what is no such mark. */
  public Set<UUID> held(UUID person, String mark) {
    if (mark.isEmpty() || mark.length() > LONGEST) {
      return Set.of();
    }
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(mark.getBytes(StandardCharsets.ISO_8859_1));
      return Arrays.stream(seals.open("field_mark", "held", person, sealed).split(" ", -1))
          .filter(field -> !field.isEmpty() && field.charAt(0) == HELD)
          .map(field -> UUID.fromString(field.substring(1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException | SealedFieldException | KeyRefusal noMarkOfOurs) {
      return Set.of();
    }
  }
}
