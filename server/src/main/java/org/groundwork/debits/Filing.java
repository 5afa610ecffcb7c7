// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.banking.BankAccount;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.statements.sepa.Iban;
import org.groundwork.statements.sepa.SequenceType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Freezes what goes to the bank: who collects and each payment. What changed since members were told is left out: mandates
 * that ended, dues that were paid or waived, records that were deleted. Runs inside the caller's transaction.
 */
final class Filing {
  private static final int AT_ONCE = 500;
  private final JdbcClient jdbc;
  private final DebitSeals seals;
  private final Parts parts;
  private final Words words;
  private final Ids ids;
  private final Clock clock;

  /** What it looks at. */
  record Parts(DebitItems items, DebitMandates mandates, Candidates candidates, Charges charges, PaymentFile file,
      Audit audit) {}

  /** What members read in their statements, in the language of the local. */
  record Words(Languages languages, Locals locals) {
    String say() {
      String said = languages.text(locals.profile().language(), "debits.purpose");
      return said.length() > 140 ? said.substring(0, 140) : said;
    }
  }

  Filing(JdbcClient jdbc, DebitSeals seals, Parts parts, Words words, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.parts = parts;
    this.words = words;
    this.ids = ids;
    this.clock = clock;
  }

  /** A payment that goes to the bank. */
  private record Goes(DebitItem item, SequenceType sequence, Optional<String> former) {}

  /**
   * Makes the file of a collection that is held by the caller; answers how many payments are in it. With none there is no file.
   */
  int file(DebitCollection collection, Creditor creditor, BankAccount account) {
    var purpose = new PaymentFile.Purpose(collection.due(), words.say());
    Map<SequenceType, List<Goes>> batches = new TreeMap<>();
    Optional<UUID> after = Optional.empty();
    List<DebitItem> some;
    do {
      some = parts.items().of(collection.id(), DebitItem.State.MADE, after, AT_ONCE);
      for (Goes each : look(some, creditor.identifier(), purpose)) {
        batches.computeIfAbsent(each.sequence(), _ -> new ArrayList<>()).add(each);
      }
      after = some.isEmpty() ? after : Optional.of(some.getLast().id());
    } while (some.size() == AT_ONCE);
    int all = batches.values().stream().mapToInt(List::size).sum();
    if (all > 0) {
      freeze(collection, creditor, account, purpose.words());
      short place = 1;
      for (var batch : batches.entrySet()) {
        batch(collection.id(), place++, batch.getKey(), batch.getValue());
      }
      parts.audit()
          .record("debit-collection-filed", new SubjectRef("debit-collection", collection.id()),
              Integer.toString(all));
    }
    return all;
  }

  /** How a mandate stands: whether it is in force, and which creditor identifier the payer's bank knows of it. */
  private record Standing(boolean inForce, Optional<String> identifier) {}

  /** Of some payments those that go; the others are left out. */
  private List<Goes> look(List<DebitItem> some, String identifier, PaymentFile.Purpose purpose) {
    List<UUID> people = some.stream().flatMap(each -> each.person().stream()).distinct().toList();
    List<UUID> mandates = some.stream().flatMap(each -> each.mandate().stream()).toList();
    Map<UUID, Standing> standing = standing(mandates);
    Map<UUID, PaymentFile.Debtor> debtors = parts.file().debtors(mandates);
    Set<UUID> used = parts.items().usedBefore(mandates, some);
    Map<UUID, Boolean> members = members(people);
    Map<UUID, List<Charge>> open = parts.charges()
        .open(people)
        .stream()
        .collect(Collectors.groupingBy(Charge::person));
    var asked = parts.candidates().asked(some.stream().map(DebitItem::id).collect(Collectors.toSet()));
    var go = new ArrayList<Goes>();
    Map<DebitItem.Why, List<UUID>> out = new EnumMap<>(DebitItem.Why.class);
    for (DebitItem each : some) {
      var why = why(each, standing, asked.getOrDefault(each.id(), List.of()), open)
          .or(() -> each.mandate()
              .map(debtors::get)
              .filter(PaymentFile.Debtor::lacksBank)
              .map(_ -> DebitItem.Why.NO_BANK));
      if (why.isPresent()) {
        out.computeIfAbsent(why.get(), _ -> new ArrayList<>()).add(each.id());
        continue;
      }
      UUID mandate = each.mandate().orElseThrow();
      var goes = new Goes(each,
          sequence(used.contains(mandate), members.getOrDefault(each.person().orElseThrow(), false)),
          Optional.ofNullable(standing.get(mandate))
              .flatMap(Standing::identifier)
              .filter(former -> !former.equals(identifier)));
      if (written(goes, debtors.get(mandate), purpose)) {
        go.add(goes);
      } else {
        out.computeIfAbsent(DebitItem.Why.UNREADABLE, _ -> new ArrayList<>()).add(each.id());
      }
    }
    out.forEach((why, items) -> parts.items().leaveOut(items, why));
    return go;
  }

  private static Optional<DebitItem.Why> why(DebitItem item, Map<UUID, Standing> standing,
      List<Candidates.OfCharge> asked, Map<UUID, List<Charge>> open) {
    if (item.person().isEmpty()) {
      return Optional.of(DebitItem.Why.FORGOTTEN);
    }
    if (item.mandate().map(standing::get).filter(Standing::inForce).isEmpty()) {
      return Optional.of(DebitItem.Why.REVOKED);
    }
    UUID person = item.person().get();
    return Candidates.stillOpen(person, asked, open.getOrDefault(person, List.of()))
        ? Optional.empty()
        : Optional.of(DebitItem.Why.PAID);
  }

  private static boolean written(Goes goes, PaymentFile.@Nullable Debtor debtor, PaymentFile.Purpose purpose) {
    if (debtor == null) {
      return false;
    }
    try {
      var _ = PaymentFile.payment(new PaymentFile.Paid(goes.item().endToEnd(), goes.item().amount(), goes.sequence(),
          goes.former()), debtor, purpose);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false; // it is left out and shown, and the others go
    }
  }

  /**
   * The first by a mandate is FRST, those after it RCUR, and the last of somebody who is no member any more FNAL. The rulebook lets
   * the first be RCUR too since 2016; FRST is taken by every bank.
   */
  private static SequenceType sequence(boolean before, boolean member) {
    if (!before) {
      return SequenceType.FRST;
    }
    return member ? SequenceType.RCUR : SequenceType.FNAL;
  }

  /** How mandates stand; none of them ends before the transaction does. */
  private Map<UUID, Standing> standing(List<UUID> mandates) {
    return jdbc.sql("""
        select id, ended_on is null, identifier from debits.mandate
        where local_id = ? and id in (select unnest(?::uuid[])) order by id for share""")
        .params(Scope.local(), mandates.toArray(UUID[]::new))
        .query((rs, i) -> Map.entry(rs.getObject(1, UUID.class),
            new Standing(rs.getBoolean(2), Optional.ofNullable(rs.getString(3)))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<UUID, Boolean> members(List<UUID> people) {
    return jdbc
        .sql("select person_id from roll.api_member where local_id = ? and person_id in (select unnest(?::uuid[]))")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query(UUID.class)
        .stream()
        .collect(Collectors.toMap(each -> each, _ -> true));
  }

  private void freeze(DebitCollection collection, Creditor creditor, BankAccount account, String said) {
    DebitAddress at = creditor.address();
    jdbc.sql("""
        update debits.collection set message_id = :message, filed_at = :now, account_id = :account, name = :name,
          identifier = :identifier, iban = :iban, bic = nullif(:bic, ''), street = :street, building = :building,
          postcode = :postcode, town = :town, country = :country, zone = :zone, words = :words, state = 'filed',
          version = version + 1, changed_by = :by::uuid, changed_at = :now
        where local_id = :local and id = :id""")
        .param("message",
            "DD" + ids.random().toString().replace("-", "").substring(0, 26).toUpperCase(java.util.Locale.ROOT))
        .param("now", Timestamp.from(clock.instant()))
        .param("account", account.id())
        .param("name", creditor.name())
        .param("identifier", creditor.identifier())
        .param("iban", seals.seal("collection", "iban", collection.id(), Iban.compact(account.number())))
        .param("bic", creditor.bic())
        .param("street", at.street())
        .param("building", at.building())
        .param("postcode", at.postcode())
        .param("town", at.town())
        .param("country", at.country())
        .param("zone", words.locals().profile().zone().getId())
        .param("words", said)
        .param("by", Scope.author())
        .param("local", Scope.local())
        .param("id", collection.id())
        .update();
  }

  private void batch(UUID collection, short place, SequenceType sequence, List<Goes> payments) {
    UUID batch = ids.next();
    jdbc.sql("""
        insert into debits.batch (local_id, id, collection_id, place, sequence, items, sum)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(Scope.local(), batch, collection, place, sequence.name(), payments.size(),
            payments.stream().mapToLong(each -> each.item().amount()).reduce(0, Math::addExact))
        .update();
    parts.items()
        .file(batch, payments.stream().map(each -> each.item().id()).toList(),
            payments.stream().map(each -> each.former().orElse("")).toList());
    if (sequence == SequenceType.FNAL) {
      payments.forEach(each -> parts.mandates().useUp(each.item().mandate().orElseThrow()));
    }
  }
}
