// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To whom people of the committee are close. Who said so once decides on nothing of theirs. Inside a transaction. */
final class Closeness {
  private final JdbcClient jdbc;
  private final Audit audit;

  Closeness(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** Somebody of the committee says that they are close to whoever asks; what they said to open requests of theirs goes. */
  void declare(UUID member, Request request) {
    UUID person = request.person().orElseThrow();
    jdbc.sql("insert into aid.close_to (local_id, member_id, person_id) values (?, ?, ?) on conflict do nothing")
        .params(Scope.local(), member, person)
        .update();
    jdbc.sql("""
        delete from aid.opinion o using aid.request r, roll.api_person_now n
        where o.local_id = :local and o.member_id = :member and not o.counted
          and r.local_id = :local and r.id = o.request_id and r.state = 'open'
          and n.local_id = :local and n.id = r.person_id and n.person_id = :person""")
        .param("local", Scope.local())
        .param("member", member)
        .param("person", person)
        .update();
    audit.record("aid-excluded", new SubjectRef("aid-request", request.id()), "");
  }

  /** Whoever asks says who of the committee is not to see it. It stays, as if these had said so. */
  void keepFrom(UUID person, Collection<UUID> members) {
    members.forEach(member -> jdbc
        .sql("insert into aid.close_to (local_id, member_id, person_id) values (?, ?, ?) on conflict do nothing")
        .params(Scope.local(), member, person)
        .update());
  }

  /** Themself and everybody who is close to them, whichever of the two said so, as they are on the roll now. */
  Set<UUID> of(UUID member) {
    return jdbc.sql("""
        select p.person_id from aid.close_to c
        join roll.api_person_now m on m.local_id = c.local_id and m.id = c.member_id
        join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
        where c.local_id = :local and m.person_id = (
          select n.person_id from roll.api_person_now n where n.local_id = :local and n.id = :member)
        union select m.person_id from aid.close_to c
        join roll.api_person_now m on m.local_id = c.local_id and m.id = c.member_id
        join roll.api_person_now p on p.local_id = c.local_id and p.id = c.person_id
        where c.local_id = :local and p.person_id = (
          select n.person_id from roll.api_person_now n where n.local_id = :local and n.id = :member)
        union select n.person_id from roll.api_person_now n where n.local_id = :local and n.id = :member""")
        .param("local", Scope.local())
        .param("member", member)
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
