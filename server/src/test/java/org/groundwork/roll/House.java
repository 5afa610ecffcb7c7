// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;

/** The running product as tests of the roll use it: locals with sites and people in them. */
final class House {
  private House() {}

  /** A part of the running product. */
  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** A visitor without a session. */
  static Visitor stranger() { return Product.shared().visitor(); }

  /** A new local and its founder, signed in with a passkey: with many people on the roll nothing else opens it. */
  static Member found(String name) {
    var local = Product.shared().found(name);
    return new Member(local, local.withPasskey(local.founder()));
  }

  /** Somebody signed in to a local. */
  record Member(FoundedLocal local, FoundedLocal.Person self) {

    UUID person() { return self.id(); }

    Visitor browser() { return self.visitor().twin(); }

    /** The path within the member's local. */
    String at(String rest) { return local.path(rest); }

    /** Somebody else of the same local with roles of their own. */
    Member with(Reach reach, Role... roles) {
      return new Member(local, local.withPasskey(local.person(reach, roles)));
    }

    /** Runs in a transaction of the local, on this member's behalf. */
    <T> T does(Supplier<T> work) {
      return local.as(self, () -> part(Transactions.class).write(work));
    }

    /** A building with {@code floors} floors of doors A to D. */
    UUID building(String address, int floors) {
      return does(() -> {
        UUID site = part(Sites.class).add(SiteKind.BUILDING, address, Optional.empty());
        part(Sites.class).layOut(site, Layout.ofHomes(1, floors, List.of("A", "B", "C", "D")));
        return site;
      });
    }

    /** A contact at a site, in the unit with this label or in none. */
    UUID contact(UUID site, String name, String unit) {
      return contact(site, unit, new People.Known(name, Optional.empty(), Optional.empty(), ""));
    }

    UUID contact(UUID site, String unit, People.Known known) {
      return does(() -> {
        UUID set = part(ChangeSets.class).open("test");
        UUID person = part(People.class).addContact(set, known);
        var at = part(Sites.class).units(site).stream().filter(u -> u.label().equals(unit)).findFirst();
        part(People.class).place(set, person, site, at.map(Sites.Unit::id), false);
        return person;
      });
    }

    /** Makes one of two records; the first stays. */
    void merge(UUID kept, UUID other) {
      var merged = does(() -> part(PersonMerge.class).merge(kept, other));
      if (merged.isEmpty()) {
        throw new AssertionError("these two cannot be made one");
      }
    }

    Person record(UUID person) { return does(() -> part(PersonRecords.class).find(person)).orElseThrow(); }

    /** What the audit log of the local says, one text an entry. */
    List<String> audited() { return Audited.in(local); }
  }
}
